# 队列中恶性肿瘤的观察数与期望数，措辞顾及小样本。
observed-expected-none-seen = { $person-years } 人年中未见病例，期望数为 { $expected }。仍不能排除升高至背景发生率 { $high } 倍以内（{ $level } % 区间）。
observed-expected-unclear = { $person-years } 人年中观察到 { $observed } 例，期望数为 { $expected }：{ $ratio } 倍，{ $level } % 区间 { $low } 至 { $high }。区间包含 1：这些数字既不能证明也不能排除升高。
observed-expected-more = { $person-years } 人年中观察到 { $observed } 例，期望数为 { $expected }：{ $ratio } 倍，{ $level } % 区间 { $low } 至 { $high }。已超出偶然所能解释；但仍可能源于疾病本身或既往治疗。
observed-expected-fewer = { $person-years } 人年中观察到 { $observed } 例，期望数为 { $expected }：{ $ratio } 倍，{ $level } % 区间 { $low } 至 { $high }。少于期望；请核实是否全部上报。
