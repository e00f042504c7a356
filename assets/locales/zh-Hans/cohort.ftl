# 队列中恶性肿瘤的观察数与期望数，措辞顾及小样本。
observed-expected-none-seen = { $person-years } 人年中未见病例，期望数为 { $expected }。仍不能排除升高至背景发生率 { $high } 倍以内（{ $level } % 区间）。
observed-expected-unclear = { $person-years } 人年中观察到 { $observed } 例，期望数为 { $expected }：{ $ratio } 倍，{ $level } % 区间 { $low } 至 { $high }。区间包含 1：这些数字既不能证明也不能排除升高。
observed-expected-more = { $person-years } 人年中观察到 { $observed } 例，期望数为 { $expected }：{ $ratio } 倍，{ $level } % 区间 { $low } 至 { $high }。已超出偶然所能解释；但仍可能源于疾病本身或既往治疗。
observed-expected-fewer = { $person-years } 人年中观察到 { $observed } 例，期望数为 { $expected }：{ $ratio } 倍，{ $level } % 区间 { $low } 至 { $high }。少于期望；请核实是否全部上报。

screen-cohort = 队列
cohort-open = 队列：停止规则
cohort-back = 返回信号
cohort-study = 研究
cohort-every = 所有研究
cohort-advisory = 仅供参考。本页不会停止任何操作：由数据监查委员会决定。
cohort-none = 尚无受试者入组。
cohort-no-rules = 本方案没有停止规则。
cohort-no-rates = 本方案未提供背景发生率表，因此不与预期的恶性肿瘤数作比较。
cohort-enrolled = 已入组 { $n } 名受试者
cohort-no-data-use = 其中 { $n } 人已撤回对数据使用的同意（最早自 { $since } 起）。本页仍将其计入，因为须监测所有接受治疗者的安全性；当地法律是否允许，由申办者说明。其他用途请将其排除。
cohort-no-data-use-person = { $code }，自 { $on } 起
cohort-observed = 恶性肿瘤与背景发生率的比较
cohort-standing = { $how ->
    [reached] 已达界值：{ $judged } 名受试者中 { $events } 例事件；界值为 { $fewest }。
    [below] { $judged } 名受试者中 { $events } 例事件；界值为 { $fewest }，再发生 { $more } 例即达到。
   *[none] { $judged } 名受试者中 { $events } 例事件：人数太少，任何例数都达不到界值。
  }
cohort-people = 已给药 { $dosed } 名：可判定 { $judged } 名，仍在观察期内 { $pending } 名，观察期结束前离开 { $left } 名
cohort-within = { $what }；首次给药后 { $within } 内
cohort-counts-death = 任何原因的死亡
cohort-counts-form = { $kind }
cohort-counts-form-with = { $kind }（{ $with }）
cohort-counts-answer = { $field }：{ $answer }
cohort-counts-grade = { $n } 级及以上
cohort-boundary-number = 固定例数：{ $n }
cohort-boundary-share = 受试者的 { $percent } % 及以上，自 { $n } 名受试者起
cohort-boundary-bayes = 贝塔-二项：预期概率 { $expected }，先验 Beta({ $a }, { $b })，{ $kind ->
    [alpha] { $people } 名受试者的总体 α 为 { $limit }
   *[cut-off] 后验界限 { $limit }
  }
cohort-state = { $reached ->
    [yes] 已达界值
   *[no] 未达界值
  }
cohort-counted = 计入的事件
cohort-drawn = 界值
cohort-events = 事件
cohort-events-none = 无。
cohort-table = 按受试者人数的界值
cohort-subjects = 可判定受试者
cohort-fewest = 达到界值的事件数
cohort-now = 目前
cohort-none-yet = 无
cohort-range = { $from } 至 { $to }
cohort-see = 打开
cohort-nothing-expected = { $person-years } 人年中观察到 { $observed } 例。按发生率表预期为零，故不给出比值。
cohort-without-rate = 其中 { $years } 人年在表中没有发生率：不视为安全。
