# 日历：预约、窗口、闭诊、未来工作量。日期与时间以成文形式传入。

screen-calendar = 日历

## 预约
booked-day = 已约 { $on }
booked-hour = 已约 { $on } { $at }
appointment-day = { $on }
appointment-hour = { $on } { $at }
fact-appointment = 预约
fact-site-closure = 闭诊
field-visits = 用于
field-at = 时间
field-minutes = 分钟
field-place = 地点
field-state = 状态
field-sequence = 日历版本
field-uid = 日历中的标识
field-aliases = 其他日历中的标识
field-from = 自
field-to = 至

## 冲突
conflict-early = 窗口到 { $on } 才开始。
conflict-late = 窗口在 { $on } 已结束。
conflict-closed = 当日闭诊：{ $because }。
conflict-weekend = 当日是周末。
conflict-same-hour = { $code } 已约在同日 { $at }。
conflict-ended = 受试者状态为“{ $status }”，不会再来。

## 月
calendar-view = 视图
calendar-view-month = 月
calendar-view-year = 年
calendar-before = 往前
calendar-after = 往后
calendar-today = 今天
calendar-grid = { $month }，每格一天
calendar-opens = { $count } 个窗口开始
calendar-closes = { $count } 个窗口结束
calendar-booked = { $count } 个预约
calendar-more = +{ $count }
calendar-closed = 闭诊：{ $because }
calendar-closed-short = 闭诊
calendar-weekend = 周末
calendar-is-today = 今天
calendar-keys = 方向键按天、按周移动，Page Up 与 Page Down 按月移动，Enter 打开当天。在预约上按 Enter 拿起，方向键移动，Enter 确定，Esc 放回。
calendar-all-day = 未定时间
calendar-in-window = 在窗口内
calendar-out-window = 在窗口外
calendar-due = 最佳日
calendar-carry = { $code }，{ $what }：请选择日期。{ $earliest } 至 { $latest } 之间任一天均可。
calendar-carry-free = { $code }：请选择日期。
calendar-carry-on = Enter 定在 { $on }；Esc 放回。
calendar-put-back = 放回
calendar-moved = { $code } 已改到 { $on }。
calendar-kept = { $code } 已约在 { $on }。
calendar-called-off = 已取消 { $code } 的预约。
calendar-state-kept = 已完成
calendar-warned = 有冲突

## 右侧
calendar-to-plan = 待预约（{ $count }）
calendar-to-plan-hint = 选择一项后显示其窗口，再选择日期。
calendar-to-plan-none = 本月可做的事项均已预约。
calendar-to-plan-more = 另有 { $count } 项；此处列出最紧急的。
calendar-day-none = 当天无人预约。
calendar-day-opens = 开始
calendar-day-closes = 结束
calendar-window = { $earliest } 至 { $latest }
calendar-move = 移动
calendar-change = 修改
calendar-call-off = 取消预约
calendar-took-place = 已完成
calendar-open-person = 打开 { $code }
calendar-length = { $minutes } 分钟

## 询问
calendar-plan-title = 预约 { $code }
calendar-change-title = { $code } 的预约
calendar-on = 日期
calendar-at = 时间
calendar-at-hint = 诊所当地时间，例如 10:30；可留空。
calendar-minutes = 分钟
calendar-mode = 方式
calendar-place = 地点
calendar-note = 备注
calendar-note-hint = 只保存在本处，不写入供其他日历使用的文件。
calendar-keep = 保存
calendar-despite = 仍要保存吗？
calendar-despite-yes = 仍然保存
calendar-despite-no = 另选日期
calendar-off-title = 取消 { $code } 在 { $on } 的预约？
calendar-off-because = 原因（如知道）
calendar-off-yes = 取消预约

## 闭诊
calendar-closures = 闭诊日
calendar-closures-none = 没有闭诊日。
calendar-closure-from = 首日
calendar-closure-to = 末日
calendar-closure-because = 原因，例如法定假日
calendar-closure-add = 添加
calendar-closure-line = { $from } 至 { $to }：{ $because }
calendar-closure-drop = 撤回

## 其他日历
calendar-save-file = 导出到其他日历
calendar-saved = { $path } 中有 { $count } 个预约。
calendar-saved-off = 另有 { $count } 个已取消的预约在 { $path }：请一并发送该文件。
calendar-others = 其他日历
calendar-import = 导入日历
calendar-import-about = 诊所预约的 ICS 或 CSV 文件。先按条目自身标识、再按受试者编号和日期匹配。看过每条的结果之前不会保存任何内容；比此处旧或此处已取消的条目，勾选后才会采用。
calendar-import-path = 文件
calendar-import-choose = 选择文件
calendar-import-look = 查看
calendar-import-keep = { $count ->
    [0] 无可保存
   *[other] 保存 { $count } 项变更
  }
calendar-import-done = 已保存 { $count } 项变更。
calendar-import-take = 采用
calendar-import-take-line = 采用第 { $line } 行的条目
calendar-import-line = 行
calendar-import-entry = 条目
calendar-import-whom = 对象
calendar-import-becomes = 结果
becomes-new = 新增
becomes-moved = 改期；原为 { $from }
becomes-cancelled = 取消；原为 { $from }
becomes-same = 无变化
becomes-same-noted = 无变化；已记下其他日历的标识和版本
becomes-revived = 恢复预约；此前已取消（{ $from }）
incoming-repeats = 未采用：该条目按规则重复。请在原日历中存为单独条目。
incoming-nobody = 未采用：其中没有受试者编号。请把编号写入标题。
incoming-unknown-code = 未采用：本中心没有编号为 { $code } 的受试者。
incoming-several = 未采用：其中有多个受试者编号。标题中请只留一个。
incoming-other-person = 未采用：其标识属于 { $code }，而条目写的是另一人。请在原日历中更正。
incoming-never-was = 未采用：要取消的预约不在本日历中。
incoming-older = 比此处保存的旧：对方版本 { $theirs }，此处 { $ours }。请核对以哪个为准。
incoming-utc = 时间为 UTC，已按本机在该日的时区换算，请核对。
incoming-zone = 时间按时区“{ $zone }”原样采用，请核对。
incoming-calendar-date = 未读取：“{ $value }”不是日期，或有两种读法。请写成“年-月-日”。
incoming-calendar-time = 未读取：“{ $value }”不是时间。请写成 10:30。
incoming-calendar-minutes = 未读取：“{ $value }”不是分钟数。
incoming-calendar-duration = 未读取：“{ $value }”不是时长。
incoming-calendar-without-day = 未读取：该条目没有日期。
incoming-calendar-cut-off = 文件在条目中途结束。请重新保存。
incoming-calendar-headings = 没有名为“日期”的列。首行须写列名：编号、日期、时间、分钟、地点。
incoming-quote-open = 有引号未闭合。
incoming-not-text = 该文件不是文本。

## 年与未来工作量
calendar-year-title = { $year } 年，按周
calendar-week = { $on } 起的一周
calendar-week-due = 到期 { $count }
calendar-week-planned = 已约 { $count }
calendar-week-closed = 闭诊 { $count } 天
calendar-heat = 颜色越深，到期越多；数字为具体数量。
ahead-title = 未来 15 年的工作量
ahead-about = 按今天的事实，全部随访者在各到期月份应做的事项。今后的结果可能增加事项。
ahead-late = 首月中有 { $count } 项已逾期。
ahead-without = 有 { $count } 次访视方案未给出时长。
ahead-beyond = 另有 { $count } 项在更晚到期。
ahead-no-prices = 现行方案均未给出价格，不计费用。
ahead-no-minutes = 现行方案均未给出各项任务的时长，工时按整次访视计。
ahead-none = 无人有待做访视。
ahead-save = 存为表格
ahead-saved = { $path } 中有 { $lines } 个月。
ahead-as = 显示
ahead-as-chart = 图
ahead-as-table = 表
ahead-by = 统计
ahead-by-month = 按月
ahead-by-year = 按年
ahead-month = 月份
ahead-year = 年份
ahead-visits = 访视
ahead-tests = 检测
ahead-hours = 访视工时（小时）
ahead-tasks = 任务
ahead-cost = 费用
ahead-chart = { $from } 至 { $to } 到期的访视与检测
ahead-task = { $label } { $count }
ahead-task-hours = { $label } { $count }（{ $hours } 小时）
cli-forecast-line = { $month }：访视 { $visits }，检测 { $tests }，{ $hours } 小时；逾期 { $late }
calendar-book-next = 预约日期

## 外采样本的采样盒
screen-kits = 采样盒与快递
fact-kit = 采样盒
fact-courier = 快递
fact-date-confirmed = 已确认本机日期
field-tasks = 样本
field-carrier = 快递公司
field-lead-days = 送达天数
field-not-on = 不交寄的日子
kit-state-to-order = 待寄出
kit-state-sent = 已寄出
kit-state-taken = 已采样
kit-state-posted = 已寄回
kit-state-received = 已收到
kit-state-lost = 遗失
kit-line-to-order = 须于 { $by } 前寄出
kit-line-sent = { $since } 寄出
kit-line-taken = { $since } 已采样，未寄回
kit-line-posted = { $since } 寄回，未收到
kit-line-received = { $since } 收到
kit-line-lost = { $since } 遗失；须于 { $by } 前另寄
today-group-kit = 采样盒 { $count }
today-action-track-kit = 跟踪采样盒
kits-open = 采样盒与快递
kits-none = 未来三个月没有采样盒要寄出，也没有在途的。
kits-no-lead = 未填写寄送天数：各采样盒按须送达之日列出。
kits-col-visit = 用于
kits-col-samples = 样本
kits-col-needed = 须送达
kits-col-where = 目前
kits-col-next = 下一步
kits-record = 登记
kits-record-title = { $code } 的采样盒
kits-state = 状态
kits-on = 日期
kits-carrier = 快递公司
kits-number = 单号
kits-quarter = 未来三个月
kits-quarter-about = 按周统计，已避开周末、闭诊日和不交寄的日子。
kits-week = 起始日
kits-to-send = 待寄采样盒
kits-to-collect = 待交寄样本
kits-courier = 快递设置
kits-lead = 采样盒送达天数
kits-lead-hint = 留空则不作假定。
kits-not-on = 不交寄的日子
kits-courier-kept = 已保存。
incoming-twice = 未采用：文件中该预约出现两次。请只保留较新的一条。

## What is still booked for people whose follow-up has ended
calendar-to-call-off = 待取消的预约（{ $count }）
calendar-to-call-off-about = 这些受试者的随访已结束。请逐一取消，下次导出时会通知其他日历。
status-call-off = { $count ->
   *[other] 同时取消仍有效的 { $count } 个预约
  }
status-call-off-about = 下次导出日历文件时，这些预约将标为已取消。
