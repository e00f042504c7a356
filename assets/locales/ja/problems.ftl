# 入力の問題と、項目の横に出る注意。
problem-kind-unknown = 「{ $value }」という書式はありません。一覧から選んでください。
problem-not-a-date = { $field }：「{ $value }」は暦にない日付です。2026-03-09 のように年-月-日で入力してください。
problem-comma-or-thousands = { $field }：{ $value } は { $decimal } とも { $whole } とも読めます。小数点で { $decimal }、またはコンマなしで { $whole } と入力してください。
problem-future-date = { $field }：{ $value } は今日（{ $today }）より後です。実施後に記録してください。
problem-before-birth = { $field }：{ $value } は生年月日 { $born } より前です。日付を訂正してください。
problem-reason-needed = { $field }：実施しなかった理由を記入してください。
problem-form-empty = まだ何も回答されていません。一つ以上回答するか、理由を書いて書式を閉じてください。
problem-not-answered = { $field } が未回答です。回答するか、理由を書いて閉じてください。
problem-does-not-apply = { $field } は他の回答に当てはまらなくなりましたが、内容は残ります。
problem-field-unknown = この書式に項目「{ $value }」はありません。
problem-too-long = { $field }：{ $length } 文字です（最大 { $most } 文字）。短くするか、残りを来院のメモに書いてください。
problem-gene-damaged = { $field }：「{ $value }」は表計算ソフトが日付に変えた遺伝子名のようです。おそらく { $repair } です。訂正するか、正しい理由を記入してください。
problem-not-an-option = { $field }：「{ $value }」は選択肢にありません。
problem-not-a-count = { $field }：「{ $value }」は整数ではありません。0 以上の整数を入力してください。
problem-not-a-number = { $field }：「{ $value }」は数値ではありません。12.4 のように数字で入力してください。
problem-not-a-unit = { $field }：単位「{ $value }」は使えません。次のいずれか：{ $allowed }。
problem-below-its-limit = { $field }：{ $value } は記入された定量下限より小さい値です。入力どおり保存します。
problem-not-a-result = { $field }：数値を入力するか、不検出または定量下限未満としてください。
problem-unit-slip = { $field }：{ $value } { $unit } はありえない値です。{ $value } { $meant } ではありませんか。値か単位を訂正するか、正しい理由を記入してください。
problem-implausible = { $field }：{ $value } { $unit } は { $low }～{ $high } { $base } の範囲外です。訂正するか、正しい理由を記入してください。
note-growth-implausible = z = { $z }：基準から大きく外れており、測定か入力の誤りの可能性が高い値です。もう一度測定してください。
note-times-uln = 基準値上限の { $times } 倍
note-top-clone = { $sites } クローン中最大：{ $gene }、{ $share }%
