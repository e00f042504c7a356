# 書式「肝機能検査」の用語。
liver = 肝機能検査
liver-alt = ALT
liver-alt-uln = ALT 基準値上限
    .help = 年齢・性別に応じた検査機関の上限。
liver-alt-x-uln = ALT（上限比）
liver-ast = AST
liver-ast-uln = AST 基準値上限
liver-ast-x-uln = AST（上限比）
liver-bilirubin = 総ビリルビン
liver-bilirubin-uln = 総ビリルビン基準値上限
liver-bilirubin-x-uln = 総ビリルビン（上限比）
liver-alp = アルカリホスファターゼ（ALP）
liver-alp-uln = ALP 基準値上限
liver-alp-x-uln = ALP（上限比）
liver-other-cause = 他の原因あり
    .help = ウイルス性肝炎、胆道疾患、他の薬剤など。
liver-steroid-dose = 副腎皮質ステロイド（プレドニゾロン換算）
