# 書式「T 細胞応答（ELISpot）」の用語。
elispot = T 細胞応答（ELISpot）
elispot-antigen = 抗原
elispot-antigen-vector = ベクター（カプシド）
elispot-antigen-transgene = 導入遺伝子産物
elispot-sfu = スポット形成単位
elispot-control = 陰性対照
elispot-interpretation = 判定
