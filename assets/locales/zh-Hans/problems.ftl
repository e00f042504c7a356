# 填写内容的问题，以及字段旁的即时提示。
problem-kind-unknown = 没有名为“{ $value }”的表单。请从列表中选择。
problem-not-a-date = { $field }：“{ $value }”不是日历中的日期。请按年-月-日填写，例如 2026-03-09。
problem-comma-or-thousands = { $field }：{ $value } 可理解为 { $decimal } 或 { $whole }。请输入带小数点的 { $decimal }，或不带逗号的 { $whole }。
problem-future-date = { $field }：{ $value } 晚于今天（{ $today }）。请在发生之后记录。
problem-before-birth = { $field }：{ $value } 早于出生日期 { $born }。请更正日期。
problem-reason-needed = { $field }：请写明未做的原因。
problem-form-empty = 尚未回答任何问题。请至少回答一项，或写明原因后关闭表单。
problem-not-answered = { $field } 尚未填写。请填写，或写明未做的原因。
problem-does-not-apply = { $field } 与其他回答不再对应；内容仍保留。
problem-field-unknown = 本表单没有字段“{ $value }”。
problem-too-long = { $field }：共 { $length } 个字符，最多保存 { $most } 个。请缩短，或将其余内容写入访视备注。
problem-gene-damaged = { $field }：“{ $value }”像是被电子表格改成日期的基因名，很可能是 { $repair }。请更正，或写明原因。
problem-not-an-option = { $field }：“{ $value }”不在选项之中。
problem-not-a-count = { $field }：“{ $value }”不是整数。请填写 0 或更大的整数。
problem-not-a-number = { $field }：“{ $value }”不是数字。请填写数字，例如 12.4。
problem-not-a-unit = { $field }：单位“{ $value }”不适用。可选：{ $allowed }。
problem-below-its-limit = { $field }：{ $value } 低于所填的定量下限，按原样保存。
problem-not-a-result = { $field }：请填写数值，或标为未检出、低于定量限。
problem-unit-slip = { $field }：{ $value } { $unit } 不合理；{ $value } { $meant } 则合理。请更正数值或单位，或写明原因。
problem-implausible = { $field }：{ $value } { $unit } 超出 { $low } 至 { $high } { $base }。请更正，或写明原因。
note-growth-implausible = z = { $z }：与参考值相差太大，更可能是测量或录入错误。请重新测量。
note-times-uln = 正常上限的 { $times } 倍
note-top-clone = { $sites } 个克隆中最大者：{ $gene }，{ $share }%
