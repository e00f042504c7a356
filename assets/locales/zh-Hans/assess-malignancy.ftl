# 表单“恶性肿瘤报告”的用语。
malignancy = 恶性肿瘤报告
malignancy-diagnosed-on = 诊断日期
malignancy-diagnosis = 诊断
malignancy-icd-o = ICD-O 编码
malignancy-site = 部位
malignancy-tissue-kept = 保留肿瘤组织
malignancy-tissue-kept-planned = 已计划
malignancy-vector-tested = 肿瘤中的载体
malignancy-integration-in-tumour = 肿瘤中发现整合位点
malignancy-outcome = 转归
malignancy-outcome-remission = 缓解
malignancy-related = 与产品的关系
