# 信号、打印、研究方案、稽查轨迹四个页面。

## 信号
signals-counted = 各级别数量
signals-count = { $standing ->
    [open] 待处理 { $count } 条：
    [closed] 已关闭 { $count } 条：
   *[all] 共 { $count } 条：
  }
signals-severity = { $severity ->
    [alarm] 警报 { $count }
    [caution] 注意 { $count }
   *[notice] 提示 { $count }
  }
signals-standing = { $standing ->
    [open] 待处理
    [closed] 已关闭
   *[all] 全部
  }
signals-search = 查找受试者或信号
signals-only = 仅显示 { $code }
signals-all = 显示全部信号
signals-none = 没有待处理的信号。已关闭的可在上方查看。
signals-keys = j k 或方向键移动 · Enter 打开 · c 备注 · r 已审阅 · d 排除 · o 受试者 · f 筛选 · / 查找
signals-seen = { $on } 出现
signals-by = { $when ->
    [past] 应于 { $on } 前完成，已过 { $days } 天
   *[ahead] { $days ->
        [0] 最迟 { $on }（今天）
       *[other] 最迟 { $on }，还有 { $days } 天
      }
  }
signals-reopened = 重新打开：此前曾关闭。之后出现了新的证据，或有人将其重新打开，请看下方的处理记录。
signals-calls = 需要做什么
signals-calls-none = 只需查看，无其他要求。
signals-others = 同一原因的其他信号
signals-owed = 尚未发送
signals-not-owed = 不再需要报告
signals-elsewhere = 同一原因只报告一次：见另一信号
report-to = 报告对象
report-to-one = { $to ->
    [sponsor] 申办者
    [authority] 监管机构
   *[ethics] 伦理委员会
  }{ $owed ->
    [yes] {" · 待报告"}
   *[no] {""}
  }
report-on = 发送日期
report-now = 若刚刚发送，日期和时间可留空。
report-at = 时间
report-reference = 编号
report-comment = 发送方式（逾时须写明原因）
report-told = 已发送：{ $what }。由 { $who } 于 { $at } 记录
report-state = { $state ->
    [over] 已超时
    [owed] 尚未发送
    [sent] 已发送
    [late] 逾时发送
    [elsewhere] 由另一信号报告
   *[none] 不再需要
  }
signals-report-by = { $to }：{ $by }
signals-also = + { $names }
signals-other-open = 打开
signals-covers = 同一原因。此处的处理同时适用于：
signals-entered = 录入
signals-entered-by = { $who }，{ $at }{ $version ->
    [1] {""}
   *[other] {" · 第 "}{ $version }{" 版"}
  }
signals-new = 新
signals-since = { $reopened ->
    [yes] 重新打开：
   *[no] 有变化：
  }自 { $who } 处理（{ $what }，{ $at }）以来，{ $came ->
    [0] 没有新证据
   *[other] 新增或更正了 { $came } 条记录（标为“新”）
  }{ $gone ->
    [0] 。
   *[other] ，{ $gone } 个版本不再是证据。
  }
signals-sign = 口令（用于签名）
signals-signed = 签名：{ $who }
signals-signing = 签名 …
signals-no-day = 未定日期
signals-evidence = 证据
signals-record = 记录
signals-field = 字段
signals-open-record = 在受试者页面打开
signals-why = 为何重要
signals-looks-for = 判断内容
signals-silent-when = 以下情况不提示
signals-authority = 依据
signals-rule = 规则说明
signals-version = 第 { $version } 版
signals-history = 处理记录
signals-history-none = 尚无人处理。
signals-act = 处理
signals-comment = 备注，或随审阅一并保存的说明
signals-reason = { $what }：理由
signals-reported-hint = 电话、信函、具体联系人。将永久保留在记录中。
signals-not-judging = 您可以添加备注或接手。是否审阅、报告或排除由研究者决定。
signals-may-not = 信号由协调员和研究者处理。您可以查看全部内容，但不能更改。
signals-asks = { $what }……
signals-kept = 已保存：{ $what }

## 打印
print-title = { $code } 的家庭用随访安排
print-whose = 要打印谁的随访安排？
print-about = 请输入受试者编号。将以其家庭使用的语言，打印今后的全部访视。
print-language = 打印语言
print-language-own = 家庭使用的语言
print-paper = 纸张
print-paper-size = { $paper ->
    [letter] Letter（北美）
   *[a4] A4
  }
print-naming = 产品与诊断
print-not-named = 不写明
print-named = 写明产品
print-naming-about = 这张纸会放在家里，谁都可能看到。只有家庭愿意时才写明产品；诊断一律不打印。
print-folder = 文件夹
print-folder-hint = 留空则存入数据库旁的“papers”文件夹。
print-save = 存为文件
print-calendar-save = 保存日历（.ics）
print-saved = 已保存：{ $pages } 页，{ $visits } 次访视。
print-calendar-saved = 已保存：{ $visits } 次访视的日历条目。
print-calendar-open = 用日历打开
print-preview = 打印内容
print-preview-own = 此处以您的语言显示；打印时使用家庭的语言。
print-preview-language = 此处以您的语言显示；打印时使用{ $language }。
print-for = 对象
print-no-name = 该家庭未选定打印用的称呼，因此印编号。
print-name-sealed = 您的角色看不到姓名。
print-may-not = 由协调员或研究者为家庭打印。您可在此查看将打印的内容。
print-product = 产品
print-next = 接下来的访视（大字）
print-rest = 另有 { $count } 次，最后一次至 { $until }
print-also = 此外
print-also-text = 何时须立即联系、哪些事不要做、搬家前须告知的事项，以及可将接下来的访视加入手机的二维码
print-calendar-about = 日历文件含同样的 { $count } 次访视：已约定的按约定日期和时间，其余为全天条目。日后重新保存时会更新原有条目，不会重复，并撤回已取消的条目。

## 研究方案
study-count = 本中心生效：{ $count }
study-protocols = 方案
study-in-force = 在本中心生效
study-none-in-force = 尚无。方案生效之前不能入组。
study-presets = 预设方案（未生效）
study-own = 自有方案
study-is-in-force = 已生效
study-summary = { $product }（{ $class }），{ $integrating ->
    [yes] 整合入基因组，
   *[no] 不整合，
  }随访 { $period }。
study-visits = 访视
study-rules = 规则
study-notes-sources = 说明与来源
study-text = 原文
study-window = 时间窗：{ $window }
study-genes = 关注基因：
study-no-limits = 无需设定界值。
study-no-rules = 此方案没有监测规则。
study-choices = 方案选定的内容
study-notes = 说明
study-no-notes = 无。
study-sources = 来源
study-source = 文件
study-issued = 发布
study-authority = 机构
study-confidence = 可靠程度
study-adopt-about = “{ $title }”（{ $visits } 种访视）将在本中心生效。之后入组的受试者可按此方案随访；已入组者仍按原方案。该操作将永久留在记录中。
study-may-not = 由研究者或管理员使方案生效。
study-adopted = { $reference } 已在本中心生效。
study-own-about = 写法与预设方案相同：打开一个预设，查看“原文”，在其基础上修改。每处错误都会指出行号、键名和改法。
study-own-file = 选择文件（TOML）……
study-own-paste = 方案文本
study-faults = { $count ->
    [0] 没有阻碍生效的错误。
   *[other] 有 { $count } 处错误须更正。
  }{ $notes ->
    [0] {""}
   *[other] 另有 { $notes } 处提示。
  }
study-fault-at = { $stops ->
    [yes] 须更正，第 { $line } 行
   *[no] 提示，第 { $line } 行
  }

## 稽查轨迹
audit-of = { $of } 的稽查轨迹
audit-extent = 共 { $count } 条记录，{ $people } 人所记，{ $from } 至 { $to }，最新在前。
audit-checking = 正在检查数据链……
audit-export = 导出全部记录
audit-may-not = 监查员在此只读，不能导出数据。
audit-site = 本中心
audit-kind = 记录类别
audit-all-kinds = 全部
audit-kind-count = { $kind }（{ $count }）
audit-search = 按数值、人员或日期查找
audit-none = 这里尚无记录。
audit-more = 显示更多（还有 { $count } 条）
audit-title = { $kind }：{ $what }
audit-version = 已更改，第 { $version } 版
audit-signed = { $who } 于 { $at } 签名
audit-reason = 原因：{ $reason }
audit-before = 更改前
audit-after = 更改后
audit-nothing = 无
audit-in-chain = 与数据链吻合
audit-fingerprint = 校验值
audit-entry = 条目
audit-yes-no = { $value ->
    [true] 是
   *[false] 否
  }
audit-meaning = { $meaning ->
    [entered] 由本人录入
    [reviewed] 由本人审阅
   *[approved] 由本人批准
  }

screen-clones = 克隆
screen-import = 实验室表格
subject-clones = 克隆
import-title = { $code } 的整合位点：实验室表格
import-about = CSV、TSV 或 XLSX，按实验室原样。要么全部保存，要么都不保存；原文件与记录一并保存。
import-step-file = 1 · 文件
import-step-columns = 2 · 各列的含义
import-step-samples = 3 · 样本归属
import-path = 表格文件
import-association = 说明样本归属的文件
import-association-hint = 如实验室提供：每行一个样本，含细胞类型和时间点。
import-choose = 选择…
import-laboratory = 实验室
import-laboratory-hint = 其列设置会保留，供下次使用。
import-look = 查看文件
import-look-again = 重新查看
import-remembered = 按 { $laboratory } 上次的表格读取。
import-preview = { $name } 的前几行
import-row-names = （行名）
import-no-column = – 无 –
import-sheet = 工作表
import-place = 位点写法
import-place-columns = 染色体与位置两列
import-place-site = 单一名称
import-place-none = 未提供
import-col-chromosome = 染色体
import-col-position = 位置
import-col-strand = 链
import-col-site = 位点
import-col-gene = 最近基因
import-col-abundance = 丰度
import-col-cell-type = 细胞类型
import-col-time-point = 时间点
import-col-build-column = 参考基因组列
import-col-sample = 样本
import-layout = 表格的一行是
import-layout-long = 一个样本的一个位点
import-layout-wide = 一个位点，每列一个样本
import-measure = 丰度计数对象
import-measure-ask = 如表中未注明，请询问实验室。
import-build = 参考基因组
import-build-ask = 没有它，位置便没有意义。
import-samples-wide = 作为样本的列
import-samples-long = 命名样本的列
import-repair = 修复被电子表格改成日期的基因名
import-sum = 合并重复出现的位点（重复实验）
import-multihits = 计入重复序列中的克隆（无位置）
import-lacking = 还有 { $count } 项须填写后才能读取表格。
import-read = 读取表格（{ $bytes } kB）
import-begins = 正在读取…
import-progress-read = 已读取 { $done } 行
import-progress-packed = 已准备 { $done } / { $all } 个样本
import-progress-kept = 已保存 { $done } / { $all } 个样本
import-stop = 停止，不保存
import-problems = 表格有 { $count } 处错误，内容均未保存。显示 { $shown } 处。
import-problems-of = 表格错误
import-problem-row = 行
import-problem-column = 列
import-problem-what = 问题
import-repair-now = 修复基因名并重新读取
import-repair-about = 仅在日期和染色体只对应一个基因时修复。每项修复都会列出并记录。
import-repaired = 已修复：{ $list }
import-was-read = 共 { $rows } 行、{ $samples } 个样本，按{ $measure }计。
import-keep = 保存
import-sample = 样本
import-only-sample = 唯一样本
import-clones = 克隆数
import-top = 最大占比
import-subject = 受试者
import-specimen = 标本
import-on = 采集日
import-vcn = VCN
import-positive = 载体阳性，%
import-comment = 实验室意见
import-because = 特殊情况的原因
import-because-hint = 与本表的每条记录一并保存。
import-save = 保存 { $count } 个样本
import-save-about = 等待结果的样本将成为该结果。之后可整体撤回此表。
import-saved = 已保存 { $samples } 个样本（{ $rows } 行）。信号：{ $findings }。
imports-title = 已导入的表格
imports-on = 导入日
imports-file = 文件
imports-samples = 样本
imports-rows = 行
imports-by = 操作者
imports-undo = 撤回
imports-undo-title = 撤回 { $file }
imports-undo-about = { $count } 条记录将作废，但仍保留在台账中。原先待回报的结果恢复为待回报。
imports-undone = 已撤回 { $file }。
clones-title = { $code } 的克隆
clones-to-subject = 受试者
clones-import = 导入实验室表格
clones-groups = 参考基因组或计数方式不同的样本不会并列比较。
clones-groups-label = 可比较的样本
clones-none = 尚无整合位点记录。
clones-none-more = 导入实验室发来的表格，或在访视表单中录入克隆。
clones-said-yes = 是
clones-said-no = 否
clones-said-silent = 不作判断
clones-question-do = 需要做什么？
clones-nothing-due = 没有待做的检测或报告。
clones-more = 另有 { $count } 项
clones-plot = { $cells }：克隆占比（{ $measure }）
clones-rest = 其他克隆
clones-few = （细胞过少）
clones-table = 最大的克隆：{ $all } 个中的 { $shown } 个
clones-all = 显示 { $count } 个
clones-fewer = 收起
clones-watched = 关注基因：{ $place }
clones-col-clone = 克隆
clones-col-top = 最大占比，%
clones-col-lineages = 见于
clones-col-first = 首次出现
clones-col-last = 最近出现
clones-samples = 样本（{ $measure }，{ $build }）
clones-col-sample = 样本
clones-col-vcn = VCN
clones-col-positive = 载体阳性
clones-col-comment = 实验室意见
clones-shared = 不同细胞类型共有的克隆
clones-shared-about = 见于多个谱系的克隆来自干细胞或早期祖细胞。
print-growth-save = 保存生长曲线图
print-growth-saved = 生长曲线图已保存：一页。
clones-print = 打印
clones-printed = 已生成 { $pages } 页，保存为：
clones-signals = { $count } 个未处理信号
study-compare = 变更
study-compare-with = 对比版本
study-no-change = 对任何人都没有新的要求。
study-decided = { $moved } 人已转入，{ $stays } 人保留，{ $open } 人待定
study-decision-moved = { $on } 转入
study-decision-stays = 保留
study-decision-undecided = 待定
study-tracks = 方案之外的随访要求
study-line = { $authority } · { $class }
