# 方案的可读形式，以及方案文本中的错误。时长与日期以现成文字传入。

## 产品类别
vector-class-lentiviral-hsc = 慢病毒修饰造血干细胞
vector-class-gammaretroviral-hsc = γ-逆转录病毒修饰造血干细胞
vector-class-car-t = CAR-T 细胞
vector-class-genome-editing = 基因编辑
vector-class-aav-systemic = AAV（全身给药）
vector-class-aav-ocular = AAV（眼内给药）
vector-class-plasmid = 质粒
vector-class-oncolytic = 溶瘤病毒

## 方案依据的监管机构
authority-fda = FDA（美国）
authority-ema = EMA（欧盟）
authority-cde = CDE（中国）
authority-pmda = PMDA（日本）
authority-sponsor = 申办者
authority-registry = 登记处

## 条款的可靠程度
confidence-verified = 已核对原文
confidence-well-known = 业内公认，请与原文核对
confidence-to-be-confirmed = 待申办者确认

## 计算日期的起点
anchor-dosing = 首次给药
anchor-dosing-last = 末次给药
anchor-dosing-each = 每次给药
anchor-dosing-number = 第 { $n } 次给药
anchor-enrolment = 入组
anchor-consent = 签署知情同意
anchor-birth = 出生
anchor-majority = 成年
anchor-previous-visit = 上一次访视
anchor-event = 此前的访视

## 访视时间
visit-when = { $anchor }＋{ $offset }
visit-when-before = { $anchor }－{ $offset }
visit-when-on = { $anchor }当日
visit-when-repeated = { $anchor }＋{ $offset }，此后每{ $every }一次，至{ $until }
window = 提前{ $early }至推后{ $late }
citation = { $title }（{ $issued }）：{ $clause }

## 适用对象与期限
condition-always = 始终
condition-and = ，且
condition-or = ，或
condition-not = 非（{ $condition }）
condition-every-nth = { $n ->
    [1] 每次
   *[other] 每 { $n } 次访视一次
  }
condition-from-nth = 自该系列第 { $n } 次访视起
condition-sex = 性别：{ $sex }
condition-age-under = 未满{ $age }
condition-age-from = 满{ $age }及以上
condition-years-after = 给药满{ $years }后
condition-years-before = 给药后{ $years }内
condition-until-cleared = 直至连续 { $n } 次样本阴性
condition-until-cleared-spaced = 直至连续 { $n } 次样本阴性，且每次相隔至少{ $spacing }
condition-rcr-rcl-positive = RCR/RCL 检测阳性后，直至连续 { $n } 次阴性
condition-vector-detected = 直至连续 { $n } 次未检出载体
condition-answered = “{ $field }”已答为：{ $answers }
condition-finding-open = 发现“{ $rule }”未关闭期间

## 文本错误
fault-not-toml = 从此处起无法按 TOML 读取（{ $detail }）。请检查此处的引号、括号或等号。
fault-key-missing = 缺少“{ $key }”。请在此表中补上。
fault-key-unknown = 此表没有“{ $key }”这个键。是否应为“{ $nearest }”？
fault-empty = 内容为空。请填写；若该键可省略，也可删去此行。
fault-wrong-type = 值的类型不对（{ $found }）。应写成 { $wanted }。
fault-not-a-period = “{ $value }”不是时长。请按 ISO 8601 以年、月、周、日书写，例如 { $example }。
fault-not-a-day = “{ $value }”不是日历上的日期。请写成年-月-日，例如 2027-01-01。
fault-not-positive = { $value } 必须大于零。
fault-not-a-count = 此处应为不小于 { $least } 的整数。
fault-not-one-of = 此处不能用“{ $value }”。是否应为“{ $nearest }”？可用的有：{ $allowed }。
fault-language-missing = 缺少“{ $language }”的文字。届时以英文代替；若缺英文，则方案不能使用。
fault-citation-form = “{ $value }”未指明来源。请写来源编号、冒号和条款："source-id: clause"。
fault-negative-window = 时间窗不能为 { $value }：这样窗口会在开始之前结束。请写应访视日之前或之后允许的时长，不带负号：{ $side } = "{ $right }"；只允许当日则写 "P0D"。
fault-repeat-forever = 每 { $value } 重复一次将永无进展。请写大于零的时长。
fault-repeat-without-until = 重复没有终点。请补上“until”，即最后一次访视距起点的时长。
fault-until-without-every = 写了“until”还须写“every”，即间隔多久重复一次。
fault-repeat-ends-before-it-begins = 重复的终点（{ $until }）早于首次访视（{ $after }）。请将“until”延后或将“after”提前。
fault-repeat-needs-number = 访视“{ $visit }”：仅当访视重复时，代码中才含 { "{" }n{ "}" }，二者须一致。请补上或删去。
fault-repeat-too-many = 访视“{ $visit }”将重复 { $most } 次以上。请加长“every”或提前“until”。
fault-limit-form = “{ $value }”既不是小数，也不是时长。请加引号书写，如 "20"、"0.5" 或 "P1Y"。
fault-limit-missing = 规则“{ $rule }”需要限值“{ $value }”，缺少时该规则不会报警。请在“limits”中补上。
fault-limit-unknown = 该规则没有限值“{ $value }”。是否应为“{ $nearest }”？其限值有：{ $allowed }。
fault-call-form = 后续要求须写明做什么：“repeat”加检查项目，“report”加报告对象，或“evaluate”加文字说明。
fault-clock-form = “{ $value }”不是报告时限。请写小时或天："24h"、"15d"。
fault-counts-nothing = 未指定任何计入的事件。请在 “counts” 中至少列出一项。
fault-counts-form = 事件可以是规则、评估或死亡：{"{"} rule = "…" {"}"}、{"{"} assessment = "…", grade-at-least = 3 {"}"} 或 {"{"} death = true {"}"}。
fault-boundary-form = 界值可以是例数、比例或贝塔-二项规则：{"{"} events = 2 {"}"}、{"{"} share = "0.2", from-people = 6 {"}"}，或 {"{"} expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" {"}"}（也可用 cut-off 代替 alpha）。
fault-boundary-never = { $people } 名受试者中无论发生多少事件都达不到该界值：此规则永远不会触发。
fault-prior-form = 先验由两个数组成（事件数与非事件数）：["0.6", "2.4"]。
fault-not-a-decimal = “{ $value }”不是此处可用的正数。概率不超过 1，并加引号书写，如 "0.20"。
fault-too-many-people = 界值最多计算到 { $most } 名受试者。
fault-rate-unreadable = 发生率表第 { $row } 行无法读取。
fault-rate-column-missing = 发生率表缺少列“{ $column }”。
fault-rate-not-a-sex = 发生率表第 { $row } 行：“{ $value }”应为 female、male 或留空。
fault-rate-not-an-age = 发生率表第 { $row } 行 { $column }：“{ $value }”不是周岁数。
fault-rate-not-a-rate = 发生率表第 { $row } 行：“{ $value }”不是每 10 万人年的发生率。
fault-rate-turned = 发生率表第 { $row } 行的结束年龄早于起始年龄。
fault-rate-overlaps = 发生率表第 { $row } 行与第 { $line } 行的年龄重叠。
fault-kind-unknown = 没有表单“{ $value }”。是否应为“{ $nearest }”？可用的表单有：{ $allowed }。
fault-field-unknown = 该表单没有字段“{ $value }”。是否应为“{ $nearest }”？其字段有：{ $allowed }。
fault-code-unknown = “{ $value }”不是该字段的选项。是否应为“{ $nearest }”？可选项：{ $allowed }。
fault-source-unknown = 没有名为“{ $value }”的来源。是否应为“{ $nearest }”？请添加 [[source]]，或引用以下之一：{ $allowed }。
fault-task-unknown = 没有名为“{ $value }”的检查项目。是否应为“{ $nearest }”？请添加 [[task]]，或使用以下之一：{ $allowed }。
fault-rule-unknown = 本方案没有规则“{ $value }”。是否应为“{ $nearest }”？请添加 [[rule]]，或使用以下之一：{ $allowed }。
fault-no-such-rule = 本程序没有规则“{ $value }”。是否应为“{ $nearest }”？可用的规则有：{ $allowed }。
fault-event-unknown = 没有名为“{ $value }”的访视。是否应为“{ $nearest }”？现有访视：{ $allowed }。
fault-visit-without-task = 访视“{ $visit }”没有任何检查项目。请在“do”中至少写一项。
fault-visit-without-mode = 访视“{ $visit }”没有可行的方式。请在“modes”中至少写一种。
fault-no-previous-visit = 访视“{ $visit }”以上一次访视为起点，但它是第一个访视。请改用其他起点。
fault-anchor-cycle = 以下访视互相等待，每个都以下一个为起点：{ $visits }。它们永远不会有日期。请将其中之一改为从固定日期（如给药日）起算。
fault-code-given-twice = “{ $value }”同时是“{ $other }”和“{ $visit }”的访视。请为其中一行换用其他代码。
fault-used-twice = “{ $value }”重复使用。请为每项取不同的名称。
fault-visit-beyond-follow-up = 访视“{ $visit }”晚于随访结束。请延长“follow-up”，或提前结束访视。
fault-gap-of-a-year = 第 { $from } 年至第 { $to } 年之间没有任何联系。指导原则要求至少每年联系一次，请补充访视。
fault-matrix-unknown = 脱落检测表中没有名为“{ $value }”的样本。是否应为“{ $nearest }”？现有样本：{ $allowed }。
study-choice-follow-up = 随访年限
study-choice-ctcae = 实验室检查值分级所用 CTCAE 版本
study-choice-growth = 生长评分所用参考标准
study-choice-results-within = 检查结果等待期限
study-choice-age-of-majority = 成年年龄
fault-not-an-amount = “{ $value }”不是金额。请在引号内写不小于 0 的数，例如 "12.50"。
fault-not-a-currency = “{ $value }”不是货币。请写三个大写字母，例如 CNY。
fault-ladder-empty = 联系步骤为空。请在 “step” 中至少列出一项。
fault-ladder-channel-twice = 联系方式“{ $value }”已有一步。请改为增加该步的 “times”。
fault-consent-without-version = 该文件没有版本。请在 “version” 中至少列出一个。
fault-consent-versions-out-of-order = 版本须按生效先后书写：“{ $value }”不晚于“{ $before }”。只有第一个版本可以省略日期。
fault-consent-asked-twice = { $visit } 要求 { $task }，而 “consent” 中的文件也要求同一类别。请从访视中删去该任务，或从列表中删去该文件。
fault-assent-by-another = 赞同须由儿童本人表示。请省略 “given-by”，或写成 [“subject”]。
fault-ages-end-before-they-begin = 年龄止于 { $value }，却始于 { $from }。请对调。
study-consent-by = 由{ $by }签署
study-consent-from = 自 { $age }起
study-consent-under = { $age }以下
study-consent-within = { $within }内
study-consent-version = 版本 { $version }
study-consent-version-from = 版本 { $version }，自 { $on } 起
study-consent-version-again = 版本 { $version }，自 { $on } 起，{ $within }内重新签署
