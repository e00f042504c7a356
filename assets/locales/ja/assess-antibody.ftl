# 書式「抗体」の用語。
antibody = 抗体
antibody-target = 標的
antibody-target-vector-total = ベクター、総結合抗体
antibody-target-vector-neutralising = ベクター、中和抗体
antibody-target-transgene-binding = 導入遺伝子産物、結合抗体
antibody-target-transgene-inhibitor = 導入遺伝子産物、インヒビター
antibody-assay = 測定法と検査機関
    .help = 異なる測定法の抗体価は比較しません。
antibody-titre = 抗体価
    .help = 逆数で記入：1:640 は 640。
antibody-interpretation = 判定
