# 表单“肝功能”的用语。
liver = 肝功能
liver-alt = ALT（谷丙转氨酶）
liver-alt-uln = ALT 正常上限
    .help = 该实验室对应年龄与性别的上限。
liver-alt-x-uln = ALT（正常上限倍数）
liver-ast = AST（谷草转氨酶）
liver-ast-uln = AST 正常上限
liver-ast-x-uln = AST（正常上限倍数）
liver-bilirubin = 总胆红素
liver-bilirubin-uln = 总胆红素正常上限
liver-bilirubin-x-uln = 总胆红素（正常上限倍数）
liver-alp = 碱性磷酸酶（ALP）
liver-alp-uln = ALP 正常上限
liver-alp-x-uln = ALP（正常上限倍数）
liver-other-cause = 有其他明确原因
    .help = 病毒性肝炎、胆道疾病、其他药物。
liver-steroid-dose = 皮质类固醇（泼尼松龙当量）
