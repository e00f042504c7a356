# コホートにおける悪性腫瘍の観察数と期待数。少数例に配慮した表現。
observed-expected-none-seen = { $person-years } 人年で発生は認められず、期待数は { $expected } です。背景発生率の { $high } 倍までの増加は否定できません（{ $level } % 区間）。
observed-expected-unclear = { $person-years } 人年で { $observed } 例（期待数 { $expected }）：{ $ratio } 倍、{ $level } % 区間 { $low }～{ $high }。区間に 1 が含まれ、増加を示すことも否定することもできません。
observed-expected-more = { $person-years } 人年で { $observed } 例（期待数 { $expected }）：{ $ratio } 倍、{ $level } % 区間 { $low }～{ $high }。偶然では説明できない多さですが、原疾患や前治療による可能性は残ります。
observed-expected-fewer = { $person-years } 人年で { $observed } 例（期待数 { $expected }）：{ $ratio } 倍、{ $level } % 区間 { $low }～{ $high }。期待より少ないため、報告漏れがないか確認してください。
