# 窗口：框架、通用操作、表单，以及解锁、今日、受试者、入组、访视、设置各屏。

## 框架
shell-brand = Perennial
shell-rail = 页面
shell-skip = 跳到正文
shell-practice = 练习：人物均为虚构，此处没有真实数据
shell-saved = 已保存 { $time }
shell-nothing-saved = 尚未保存任何内容
shell-locks-in = { $minutes } 分钟后锁定
shell-held-title = 尚未锁定
shell-held-person = 您输入的内容未能存为草稿，因此没有锁定。{ $why }请再试一次，或先将内容抄录到安全之处，或不保留而锁定。
shell-held-clock = 因长时间无人操作，屏幕已遮盖。输入的内容未能存为草稿，数据文件尚未锁定。{ $why }程序每隔几秒会再试一次。
shell-held-trying = 正在保存输入的内容…
shell-held-again = 再试一次
shell-held-anyway = 仍然锁定，放弃内容
shell-held-without = 不保留，直接锁定
shell-left-unkept = 您在该处输入的内容未能存为草稿。{ $why }锁定或关闭程序之前仍会保留：请返回该处，或先腾出空间。
shell-language = 语言
shell-speak = 语言：{ $language }
shell-find = 查找
shell-find-key = Ctrl K
shell-find-hint = 页面、操作或受试者
shell-find-none = 没有符合的结果。
palette-visit = 为当前受试者记录访视
palette-print = 打印当前受试者的访视日程
palette-backup = 立即备份
palette-verify = 立即检查数据文件的完整性
palette-light = 外观：浅色
palette-dark = 外观：深色
palette-system = 外观：跟随系统
shell-unreachable = 程序没有响应，未保存任何内容。请关闭后重新打开；您输入的内容已存为草稿。
shell-clock-behind = 本机日期早于最后一条记录（{ $last }）。请校正日期，或在下方确认日期无误；在此之前，这里不判定到期或逾期，时间窗照常显示。仍可继续记录，但录入时间会带上错误的日期。
shell-date-right = { $today } 是正确的……
shell-date-title = 本机日期正确吗？
shell-date-about = 请对照日历或手机。如果今天确实是 { $today }，说明曾有记录是在错误日期（{ $last }）下录入的。确认后，一切重新按今天判定；那些记录保留原有日期，您的理由写入台账。
shell-date-because = 另一日期为何有误
shell-date-confirm = 今天是 { $today }
shell-as-of = 截至 { $on } 所知的内容。此处不能记录。
shell-as-of-title = 查看过去某日所知的内容
shell-as-of-about = 所有列表和页面均显示当日结束时的状态，以及当时所知的内容。返回今天之前，不会改动任何内容，也不能记录。
shell-as-of-day = 日期
shell-as-of-show = 查看该日
shell-as-of-back = 返回今天
palette-as-of = 查看过去某日所知的内容…
palette-as-of-day = 截至 { $on } 所知的内容
palette-present = 返回今天
audit-as-of = 查看当日所知
shell-ago = { $unit ->
    [minute] { $count } 分钟前
   *[second] { $count } 秒前
  }
shell-person = { $name }，{ $role }
shell-role-coordinator = 协调员
shell-role-investigator = 研究者
shell-role-monitor = 监查员（只读）
shell-role-administrator = 管理员

## 页面名称
screen-unlock = 解锁
screen-today = 今日
screen-subjects = 受试者
screen-signals = 信号
screen-print = 打印
screen-study = 研究方案
screen-audit = 稽查轨迹
screen-settings = 设置
screen-enrol = 受试者入组
screen-subject = 受试者
screen-visit = 访视

## 通用操作
action-close = 关闭
action-lock = 锁定
action-back = 返回
action-cancel = 取消
action-save = 保存

## 日期栏
date-field-form = 年-月-日
date-field-fault = { $fault ->
    [ambiguous] 这个日期有两种读法。请按“年-月-日”填写，例如 2026-03-09。
    [impossible] 日历上没有这一天。
   *[unreadable] 请按“年-月-日”填写，例如 2026-03-09。
  }

## 解锁
unlock-about = 基因治疗后十五年的长期随访，数据就在这台电脑上。
unlock-offline = 无需网络。所有内容均加密保存在本机。
unlock-version = 版本 { $version }
unlock-open = 解锁
unlock-opening = 正在打开……
unlock-store = 数据库
unlock-in-use = 该数据库正被另一程序打开，请先在那里关闭。
unlock-login = 登录名
unlock-passphrase = 口令
unlock-new-passphrase = 新口令
unlock-passphrase-hint = 几个词连成的口令比几个怪字符更安全，也更好记。
unlock-repeat = 再次输入口令
unlock-needed = 请填写此项。
unlock-differs = 两次输入的口令不一致，请重新输入。
unlock-create = 新建数据库
unlock-create-about = 用于本中心的真实受试者：一个加密文件，并附一份可打印后妥善锁存的恢复凭据。
unlock-creating = 正在新建……
unlock-explore = 体验练习研究
unlock-explore-about = 六十名虚构人物，跨度十二年。可以随意尝试，绝不会影响真实数据库。
unlock-preparing = 正在准备练习研究……
unlock-site = 中心名称
unlock-site-hint = 将印在给家属的纸页上。
unlock-telephone = 供家属拨打的电话
unlock-telephone-hint = 以大字印在每一页上。
unlock-address = 地址
unlock-name = 您的姓名
unlock-role = 您的角色
unlock-path = 数据库文件
unlock-path-hint = 已有的文件绝不会被覆盖。
unlock-recover = 使用恢复凭据
unlock-kit = 恢复凭据
unlock-kit-about = 所有口令都遗失时，可用这些词打开数据库。它们只在此时显示一次。请打印后锁存，不要保留电子文件。
unlock-kit-file = 待打印的文件：
unlock-kit-open = 打开以便打印
unlock-kit-type = 请照纸面输入第 { $place } 个词
unlock-kit-wrong = 与凭据不符。请对照纸面逐字母核对。
unlock-kit-confirm = 凭据已打印，打开数据库
unlock-kit-words = 恢复凭据上的词
unlock-kit-words-hint = 按顺序输入，以空格分隔。

## 今日
today-accounted = 所有人均有着落
today-enrolled = 已入组 { $count } 人：
today-count-up-to-date = 按期 { $count } 人
today-count-due = 到期 { $count } 人
today-count-overdue = 逾期 { $count } 人
today-count-not-judged = 未判定 { $count } 人
today-count-lost = 失访 { $count } 人
today-count-withdrawn = 退出 { $count } 人
today-count-transferred = 转出 { $count } 人
today-count-deceased = 死亡 { $count } 人
today-count-completed = 完成 { $count } 人
today-filter = 显示范围
today-all = 全部
today-group-overdue = 逾期 { $count }
today-group-not-judged = 待完成，未判定 { $count }
today-group-due = 现在到期 { $count }
today-group-awaited = 待回结果 { $count }
today-group-signal = 信号 { $count }
today-group-coming = 即将到来 { $count }
today-search = 查找受试者或访视
today-sort = 排序
today-sort-urgency = 最紧急的在前
today-sort-subject = 按受试者
today-sort-due = 按应访日期
today-action-open-visit = 打开访视
today-action-record-call = 记录联系
today-action-enter-result = 录入结果
today-action-review-signal = 审阅信号
today-action-report = 上报
today-action-open-subject = 打开受试者
today-action-record-attempt = 记录联系
today-action-record-consent = 记录同意
today-action-decide = 作出决定
today-window = { $earliest } 至 { $latest }
today-since = 自 { $on } 起
today-none = 没有逾期，也没有到期事项。
today-none-not-judged = 近期没有待完成的事项。本机日期校正之前，无法判定是否逾期。
today-none-filtered = 没有符合条件的事项。
today-others = + 同一原因 { $count } 项
today-nobody = 尚无受试者入组。
today-next = { $days ->
    [0] 下一项：{ $code }，{ $what }，就在今天。
   *[other] 下一项：{ $code }，{ $what }，{ $days } 天后。
  }
today-clear = 显示全部
today-draft = { $what ->
    [enrol] 未完成的入组，草稿保存于 { $time }。
    [correct] 未完成的结果录入或更正：{ $code }，草稿保存于 { $time }。
    [life] 受试者页面上未完成的填写：{ $code }，草稿保存于 { $time }。
    [finding] 未完成的信号意见：{ $code }，草稿保存于 { $time }。
   *[visit] 未完成的访视：{ $code }，草稿保存于 { $time }。
  }
today-draft-open = 继续
today-keys = j k 或方向键移动 · Enter 打开 · w 依据 · o 受试者 · p 打印 · f 筛选 · / 查找
today-why = 依据
today-why-title = { $code }：{ $what }的日期依据
today-print = 打印此清单
today-printed = 清单已保存：{ $pages } 页。

## 受试者
subjects-search = 按编号查找
subjects-state = 状态
subjects-everyone = 全部
subjects-state-up-to-date = 按期
subjects-state-due = 到期
subjects-state-overdue = 逾期
subjects-state-not-judged = 未判定
subjects-state-lost = 失访
subjects-state-withdrawn = 退出
subjects-state-transferred = 转出
subjects-state-deceased = 死亡
subjects-state-completed = 完成
subjects-count = { $count } 名受试者
subjects-none-found = 没有符合的受试者。
subjects-dosed = { $on } 给药
subjects-not-dosed = 尚未给药
subjects-until = 最迟 { $on }
subjects-findings = { $count } 个信号
subjects-keys = Enter 打开 · j k 或方向键移动 · n 入组 · p 打印 · / 查找

## 入组
enrol-study = 研究
enrol-protocol = 方案
enrol-choose = 请选择……
enrol-protocol-adopted = { $title }（{ $reference }）
enrol-protocol-preset = { $title }（{ $authority } 预设，本中心尚未启用）
enrol-adopt = 启用
enrol-adopt-about = 该预设（{ $class }）尚未在本中心启用。请先在“研究方案”中阅读。
enrol-person = 受试者
enrol-code = 受试者编号
enrol-code-hint = 与研究一致；请勿使用姓名或姓名缩写。
enrol-born = 出生日期
enrol-gestation = 出生孕周
enrol-gestation-hint = 仅早产时填写。
enrol-sex = 性别
enrol-sex-female = 女
enrol-sex-male = 男
enrol-sex-undifferentiated = 性别未分化
enrol-sex-unknown = 不详
enrol-consented = 知情同意签署日期
enrol-enrolled = 入组日期
enrol-language = 家庭使用的语言
enrol-language-hint = 给家属的纸页将以此语言打印。
enrol-dosing = 首次给药
enrol-dosing-about = 部分给药或给药失败同样开始随访。若尚未给药，日期请留空。
enrol-dosed = 给药日期
enrol-outcome = 给药情况
enrol-outcome-complete = 完成
enrol-outcome-partial = 部分完成
enrol-outcome-failed = 失败
enrol-batch = 批号
enrol-dosing-note = 给药备注
enrol-family = 家庭与联系方式
enrol-family-about = 以单独的密钥密封，与临床数据分开保存。可以全部留空。
enrol-name = 姓名
enrol-called = 纸页上的称呼
enrol-called-hint = 名字、缩写，或依家属意愿。
enrol-contact = 联系人 { $number }
enrol-contact-who = 关系（母亲、祖父、家庭医生等）
enrol-contact-telephone = 电话
enrol-contact-email = 电子邮箱
enrol-contact-address = 地址
enrol-contact-decides = 以何身份代孩子作决定
enrol-contact-decides-not = 不作决定
enrol-contact-decides-hint = 代孩子签字的人。以后的变更请在该受试者的“知情同意”页中记录。
enrol-contact-name = 姓名
enrol-contact-add = 添加联系人
enrol-note = 家庭备注
enrol-because = 说明为何无误
enrol-not-yet = 有 { $count } 处需要更正，已在上方标出。尚未保存任何内容。
enrol-confirm = 确认入组
enrol-done = { $code } 已入组。
enrol-kept = 草稿已保存

## 表单
form-unit = 单位
form-result = 结果
form-result-typed = 数值
form-result-not-detected = 未检出
form-result-below-quantification = 检出，低于定量下限
form-lod = LOD
form-lod-long = 检测限
form-lloq = LLOQ
form-lloq-long = 定量下限
form-nothing = 无异常可报
form-nothing-whole = 已询问：无异常可报。
form-not-done = 未做，原因……
form-not-done-because = 未做，原因
form-awaited = 结果待回
form-awaited-whole = 样本已采集，结果待回；“今日”会持续提示。
form-limits-of = 填入 { $laboratory } 的正常值
form-limits-fills = { $count ->
   *[other] 将填入 { $count } 个空白字段。
}
form-limits-full = 没有需要填入的字段。
form-limits-filled = { $count ->
   *[other] 已填入 { $laboratory } 的 { $count } 项正常值。
}
form-keys = 在任一栏内：Alt+N 未做并填原因 · Alt+D 无异常可报
form-key-not-done = Alt+N
form-key-nothing = Alt+D
form-because = 原因……
form-answer-after-all = 改为填写
form-computed-later = 由以上数值计算
form-reason = 说明该数值为何无误
form-reason-for = 说明“{ $field }”的数值为何无误
form-date-form = 年-月-日，或仅年份
form-not-done-for = 说明“{ $field }”为何未做
form-before = 既往：
form-plausible = 可信范围 { $low } 至 { $high }
form-plausible-unit = 可信范围 { $low } 至 { $high } { $unit }
form-collected-on = 采样或检查日期
form-progress = 已填 { $answered } / { $of } 项
form-closure-nothing-to-report = 无异常可报
form-closure-not-done = 未做
form-closure-awaited = 结果待回
form-problems = { $count } 处待更正
form-flags = { $count } 个提示
form-remove = 从本次访视中移除“{ $form }”
form-row = 行
form-row-add = 添加一行
form-row-remove = 删除第 { $row } 行
form-rows-more = 另有 { $count } 行，已保存但未显示
form-in-row = 第 { $row } 行：{ $text }
form-cell = { $column }，第 { $row } 行
form-paste-hint = 可将电子表格或 CSV 文件中的行直接粘贴到任一单元格。
form-pasted = 已粘贴 { $count } 行。
form-pasted-unknown = 以下列名无法对应，未采用：{ $heads }。

## UCUM 单位中的词
unit-copies = 拷贝
unit-cell = 细胞
unit-cells = 细胞
unit-ct = Ct
unit-titer = 滴度
unit-sfu = SFU

## 联系方式
mode-clinic = 门诊
mode-home = 上门
mode-video = 视频
mode-phone = 电话
mode-letter = 信件
mode-local-laboratory = 当地检验室

## 访视
visit-which = 访视
visit-also = 同一次联系还可完成
visit-also-window = { $source }，{ $earliest } 至 { $latest }
visit-also-late = 逾期：{ $count } 次访视可在同一次接触中补做
visit-choice = { $label }：{ $standing }
visit-unplanned = 计划外联系
visit-on = 实际日期
visit-mode = 访视方式
visit-window = 时间窗 { $earliest } 至 { $latest }，应访日 { $due }
visit-restored = 未完成的访视已恢复到您离开时的样子。
visit-no-forms = 这一天没有应填的表单。可以只记录本次联系，或添加表单。
visit-add = 添加表单
visit-add-which = 选择表单……
visit-note = 访视备注
visit-kept = 草稿保存于 { $ago }
visit-keeping = 正在保存草稿……
visit-nothing-typed = 尚未输入内容
visit-missed = 未进行……
visit-missed-about = 将“{ $label }”登记为缺访。若之后补做，照常记录即可，以实际记录为准。
visit-missed-why = 未进行的原因
visit-missed-confirm = 登记为缺访
visit-missed-said = 该访视已登记为缺访。
visit-discard = 丢弃草稿
visit-discard-about = 本次访视已输入的内容将被移除；已保存的记录不受影响。
visit-review = 核对
visit-review-title = 记录之前
visit-will-record = 将记录
visit-only-contact = 仅记录进行过本次联系。
visit-left-out = 未包括
visit-nothing-left-out = 无：应填的表单均已填写。
visit-go-mend = 前往表单
visit-because = 说明为何无误，或为何未包括
visit-because-hint = 将永久随记录保存。
visit-sign = 以口令签名
visit-sign-hint = 留空则只记录、不签名。
visit-not-yet = 请更正标出之处，或说明为何无误。在此之前不会保存。
visit-record = 记录访视
visit-record-sign = 记录并签名
visit-back = 返回表单
visit-saved = 访视已记录
visit-saved-at = { $time } 已保存：{ $count } 条记录。
visit-no-findings = 未产生新的信号。
visit-open-finding = 打开信号
visit-enter-result = 录入待回结果
visit-correct = 更正记录
visit-correct-because = 更改原因
visit-result-arrived = 结果已回

## 设置
settings-screen = 本机显示
settings-unreviewed = { $language }（译文尚未审校）
settings-auto-lock = 无人操作时锁定
settings-minutes = { $count } 分钟
settings-theme = 外观
settings-theme-system = 跟随系统
settings-theme-light = 浅色
settings-theme-dark = 深色
settings-keeping = 数据安全
settings-backup = 备份
settings-backup-last = 最近一次验证过的备份：{ $at }
settings-backup-none = 尚无验证过的备份。
settings-backup-now = 立即备份
settings-backup-proven = 已备份，并已打开验证：{ $path } 中有 { $entries } 条记录
settings-backup-unproven = 副本未能通过验证，未予保留：数据库本身可能已损坏。请在下方检查，并保留上一份已验证的备份。
backup-failed = 今日备份失败，一小时内将重试。请查看“设置”中的备份。
settings-verify = 完整性
settings-verify-about = 逐条读取记录，检查有无更改、缺失或移位。
settings-verify-now = 立即检查
settings-export = 导出
settings-export-about = 将全部记录导出为可读的文本行（JSON），不含姓名和联系方式。
settings-export-now = 导出
settings-exported = 已将 { $lines } 行写入 { $path }
settings-working = 处理中……
settings-site = 本机构
settings-site-about = 印在每份打印件的开头。
settings-site-keep = 保存
settings-site-kept = 已保存，此后打印的文件将使用新信息。
ranges-title = 实验室正常值范围
ranges-about = 按项目、性别和年龄列出的正常值，并注明有效日期。表单会提供适用于该受试者及采样日期的范围。
ranges-none = 尚未保存任何实验室的正常值范围。表单将逐项询问。
ranges-kept-by = { $count } 项范围，由 { $author } 于 { $at } 保存
ranges-of = { $laboratory } 的正常值范围
ranges-correct = 更正此表格
ranges-table = 表格（CSV）
ranges-table-hint = 可粘贴或选择文件。每个实验室一张表格；表头：laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to。项目代码与表单一致：alt、ast、alp、ggt、bilirubin、albumin、wbc、neutrophils、lymphocytes、platelets、haemoglobin、ldh、creatinine、afp。
ranges-choose = 选择文件…
ranges-look = 读取表格
ranges-faults = { $count ->
   *[other] 共 { $count } 处错误，未保存任何内容。请更正后重新读取。
}
ranges-faults-of = 对表格的说明
ranges-read = { $count ->
   *[other] { $laboratory }：已读取 { $count } 项范围
}
ranges-unchanged = 与已保存的表格相同。
ranges-because = 以此表格取代 { $laboratory } 原表格的原因
ranges-keep = 保存 { $laboratory } 的表格
ranges-kept = 已保存 { $laboratory } 的正常值范围。表单从现在起提供这些范围。
ranges-analyte = 项目
ranges-whom = 适用人群
ranges-limits = 范围
ranges-days = 有效期
settings-users = 人员
settings-user-login = 登录名
settings-user-name = 姓名
settings-user-role = 角色
settings-user-state = 状态
settings-user-active = 有效
settings-user-retired = 已停用
settings-user-add = 添加人员
settings-user-retire = 停用
settings-user-retire-about = { $name } 将无法再解锁此数据库；其已做的记录仍保留在其名下。
settings-first-passphrase = 初始口令
settings-passphrase = 我的口令
settings-passphrase-old = 当前口令
settings-passphrase-new = 新口令
settings-passphrase-change = 更改口令
settings-passphrase-changed = 口令已更改，恢复凭据仍然有效。
settings-about = Perennial { $version }。数据库：
print-late = 尚未完成，请来电
print-reasons = 保存全部日期及其依据
print-reasons-saved = 日期及其依据已保存：{ $pages } 页。
print-call-script = 保存电话随访稿
print-call-questionnaire = 保存问卷
print-script-saved = 已保存电话随访稿，共 { $pages } 页。
print-questionnaire-saved = 已保存问卷，共 { $pages } 页。
