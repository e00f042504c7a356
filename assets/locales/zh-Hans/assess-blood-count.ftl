# 表单“全血细胞计数及分类”的用语。
blood-count = 全血细胞计数及分类
blood-count-wbc = 白细胞
blood-count-neutrophils = 中性粒细胞
blood-count-lymphocytes = 淋巴细胞
blood-count-monocytes = 单核细胞
blood-count-eosinophils = 嗜酸性粒细胞
blood-count-basophils = 嗜碱性粒细胞
blood-count-platelets = 血小板
blood-count-haemoglobin = 血红蛋白
blood-count-mcv = 平均红细胞体积（MCV）
blood-count-blasts = 原始细胞
