# 表单“T 细胞应答（ELISpot）”的用语。
elispot = T 细胞应答（ELISpot）
elispot-antigen = 抗原
elispot-antigen-vector = 载体（衣壳）
elispot-antigen-transgene = 转基因产物
elispot-sfu = 斑点形成单位
elispot-control = 阴性对照
elispot-interpretation = 判读
