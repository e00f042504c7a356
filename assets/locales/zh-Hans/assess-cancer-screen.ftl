# 表单“迟发事件年度筛查”的用语。
cancer-screen = 迟发事件年度筛查
cancer-screen-new-malignancy = 新发恶性肿瘤
cancer-screen-new-malignancy-detail = 何种、部位、何时起
cancer-screen-neurologic = 新发或加重的神经系统疾病
cancer-screen-neurologic-detail = 何种、何时起
cancer-screen-autoimmune = 新发或加重的风湿或自身免疫性疾病
cancer-screen-autoimmune-detail = 何种、何时起
cancer-screen-haematologic = 新发血液系统疾病
cancer-screen-haematologic-detail = 何种、何时起
cancer-screen-infection = 严重或异常感染
cancer-screen-infection-detail = 何种、何时起
cancer-screen-exam = 体格检查
cancer-screen-exam-detail = 体检所见
cancer-screen-imaging = 影像学检查
cancer-screen-imaging-not-called-for = 无需检查
cancer-screen-imaging-detail = 影像所见
