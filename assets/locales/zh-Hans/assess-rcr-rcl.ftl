# 表单“复制型病毒（RCR/RCL）”的用语。
rcr-rcl = 复制型病毒（RCR/RCL）
rcr-rcl-archived = 样本
rcr-rcl-archived-tested = 已检测
rcr-rcl-archived-archived-untested = 已留存，未检测
rcr-rcl-assay = 检测方法
rcr-rcl-assay-pcr-env = 包膜基因 PCR
rcr-rcl-assay-s-plus-l-minus = S+L− 试验
rcr-rcl-assay-culture = 细胞培养
rcr-rcl-result = 结果
rcr-rcl-confirmed = 确证检测
rcr-rcl-confirmed-confirmed = 已确证
rcr-rcl-confirmed-not-confirmed = 未确证
