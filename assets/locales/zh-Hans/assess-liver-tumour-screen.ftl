# 表单“肝脏肿瘤筛查”的用语。
liver-tumour-screen = 肝脏肿瘤筛查
liver-tumour-screen-at-risk = 有肝脏肿瘤风险
liver-tumour-screen-risk = 何种风险
liver-tumour-screen-afp = 甲胎蛋白（AFP）
liver-tumour-screen-afp-uln = AFP 正常上限
liver-tumour-screen-ultrasound = 肝脏超声
liver-tumour-screen-ultrasound-not-called-for = 无需检查
liver-tumour-screen-ultrasound-detail = 超声所见
liver-tumour-screen-laboratory = 实验室
