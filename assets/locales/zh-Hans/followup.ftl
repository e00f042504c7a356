# 应完成的事项、当前状态及其依据。日期与时长以现成文字传入。

## 当日状态
standing-not-yet-open = { $days } 天后进入时间窗
standing-open = { $days ->
    [0] 时间窗内，今天是最后一天
   *[other] 时间窗内，还剩 { $days } 天
  }
standing-due-soon = { $days ->
    [0] 即将到期，今天是最后一天
   *[other] 即将到期，还剩 { $days } 天
  }
standing-waits = { $days ->
    [0] 待决定
   *[other] 待决定，已 { $days } 天
  }
standing-overdue = 逾期 { $days } 天
standing-done-early = 已完成（早于时间窗）
standing-done-in-window = 已完成（时间窗内）
standing-done-late = 已完成（晚于时间窗）
standing-missed = 缺访
standing-not-required = 无需进行
standing-superseded = 已被取代
standing-not-judged = 未判定
standing-because = { $standing }：{ $because }

## 无需进行的原因
why-not-status = 自 { $on } 起{ $status }
why-not-condition = 不适用于该受试者
why-not-cleared = { $matrix }已于 { $on } 达到清除标准（连续 { $n } 次样本阴性）
why-not-undetected = 已连续未检出载体
why-not-undetected-on = 连续 { $n } 次样本未检出载体（{ $days }）
why-not-already-adult = 随访开始时已成年
why-not-before-enrolment = 入组前时间窗已结束
why-not-after-follow-up = 晚于随访结束日期
why-not-finding-gone = 提出该要求的发现已不成立
why-not-asked-already = 另一信号已要求同一项检查
why-not-reported-once = 同一原因只报告一次，由另一信号负责
why-not-not-in-force = 要求该项的版本或登记当时不适用于此人
why-not-withdrawn = 已于 { $on } 撤回对“{ $part }”的同意
why-not-no-longer-decides = 应签署者已不再是决定人

## 被什么取代
superseded-by-dosing = 因再次给药而另定日期
superseded-by-consent = 改为签署版本 { $version }
superseded-by-version = 方案版本 { $version } 不再要求此项

## 联系日期与时间窗的关系
timing-early = 早于时间窗
timing-in-window = 在时间窗内
timing-late = 晚于时间窗

## 受试者的随访状态
status-on-follow-up = 随访中
status-lost-to-follow-up = 失访
status-withdrawn = 退出
status-transferred = 转至其他中心
status-deceased = 死亡
status-completed = 完成随访

## 每名受试者只计入其中一项
accounted-up-to-date = 按期
accounted-due = 到期
accounted-overdue = 逾期
accounted-not-judged = 未判定
accounted-lost = 失访
accounted-withdrawn = 退出
accounted-transferred = 转出
accounted-deceased = 死亡
accounted-completed = 完成

## 访视以外的事项
what-test = 复查：{ $task }
what-task = 待办：{ $task }
test-of = { $test }（{ $sample }）
what-report = 向{ $to }报告
what-result = 待回结果：{ $kind }
what-visit-of-dosing = { $visit }（第 { $n } 次给药）
what-contact = 联系家属：{ $channel }
what-contact-of = 联系家属：{ $channel }（第 { $n } 次，共 { $of } 次）
what-contact-decide = 联系步骤已全部完成：请决定是否记为失访
what-contact-find = 均未送达：请查找有效的地址或电话
what-consent-enrolment = 待签署：{ $form }
what-consent-age = 待签署：{ $form }
what-consent-majority = 已成年，须由本人签署：{ $form }
what-consent-version = 重新签署：{ $form }，版本 { $version }
what-consent-guardian = 新监护人签署（{ $relation }）：{ $form }
what-decide-samples = 决定如何处理自 { $since } 起保存的样本
what-decide-declined = 成年后拒绝：退出或签署（{ $form }）
what-decide-guardian = 无人替孩子作决定：请写明由谁决定
what-decide-version = 决定是否采用方案版本 { $version }

## 日期的由来
explain-visit = { $anchor }（{ $anchor-on }）＋{ $offset }＝{ $due }；{ $earliest } 至 { $latest } 之间任何一天均可
explain-visit-before = { $anchor }（{ $anchor-on }）－{ $offset }＝{ $due }；{ $earliest } 至 { $latest } 之间任何一天均可
explain-after-planned = 尚未进行的{ $visit }的计划日
explain-test = 因 { $anchor-on } 的发现（{ $rule }）而需进行，最迟 { $latest } 完成
explain-report = 因 { $anchor-on } 的发现（{ $rule }）而需报告，最迟 { $latest } 上报
explain-result = { $anchor-on } 采样，结果应于 { $latest } 前回报
explain-contact = { $visit }截至 { $anchor-on } 未进行；本步骤时间为 { $earliest } 至 { $latest }
explain-consent-enrolment = 所有参加者均须签署；入组 { $anchor-on }＋{ $offset }＝{ $due }
explain-consent-joined = 满 { $age }起须签署；自 { $anchor-on } 起参加＋{ $offset }＝{ $due }
explain-consent-age = { $anchor-on } 满 { $age }；＋{ $offset }＝{ $due }
explain-consent-majority = { $anchor-on } 成年（{ $age }）：此前由他人签署的文件须由本人签署；＋{ $offset }＝{ $due }
explain-consent-version = 曾签署旧版者自 { $anchor-on } 起须签署版本 { $version }；＋{ $offset }＝{ $due }
explain-consent-guardian = { $relation }自 { $anchor-on } 起为孩子作决定；＋{ $offset }＝{ $due }
explain-decide-samples = 自 { $anchor-on } 起不再同意保存样本；所保存样本中最早的采于 { $since }。请记录如何处理
explain-decide-declined = 本人成年后于 { $anchor-on } 表示拒绝：他人代签的同意不再有效。请记录本人签名，或记录其退出
explain-decide-guardian = 最后一位决定人的期限至 { $until }，此后未写明任何人；{ $of-age } 成年
explain-decide-version = 自 { $earliest } 起在本中心生效；须在 { $anchor-on } 前决定该受试者是否转入{ $reconsent ->
    [yes] ，转入前须重新取得知情同意
   *[no] {""}
  }
explain-joint = ；
explain-clamped = 该月没有这一天，按当月最后一天计
explain-left-out = 无需进行{ $task }：{ $because }

## 条件的依据
ground-sex = 仅适用于：{ $sex }
ground-sex-not = 不适用于：{ $sex }
ground-age-under = 仅适用于未满{ $age }者
ground-age-under-not = 不适用于未满{ $age }者
ground-age-from = 仅适用于满{ $age }者
ground-age-from-not = 不适用于满{ $age }者
ground-years-after = 仅自给药满{ $years }起
ground-years-after-not = 给药满{ $years }后不再进行
ground-years-before = 仅在给药后{ $years }内
ground-years-before-not = 给药后{ $years }内不进行
ground-not-cleared = { $matrix }尚未清除（须连续 { $n } 次样本阴性）
ground-vector-found = 仍须检测载体（至连续 { $n } 次未检出）
ground-rcr-rcl-positive = RCR/RCL 于 { $on } 阳性；须连续 { $n } 次阴性，目前尚无
ground-rcr-rcl-positive-since = RCR/RCL 于 { $on } 阳性；须连续 { $n } 次阴性，目前：{ $days }
ground-rcr-rcl-negative = RCR/RCL 于 { $on } 阳性，此后连续阴性：{ $days }（须 { $n } 次）
ground-rcr-rcl-none = RCR/RCL 检测未曾阳性
ground-answered = “{ $field }”于 { $on } 答为“{ $answer }”
ground-answered-otherwise = “{ $field }”于 { $on } 答为“{ $answer }”；须答为：{ $answers }
ground-answered-none = “{ $field }”尚未回答；须答为：{ $answers }
ground-finding = { $on } 的发现未关闭：{ $rule }
ground-finding-none = 没有未关闭的发现：{ $rule }
ground-rule = { $rule }（{ $limits }）
ground-limit = { $limit }：{ $value }
explain-asked = 须进行{ $task }：{ $because }
explain-asked-visit = 须进行此次访视：{ $because }
