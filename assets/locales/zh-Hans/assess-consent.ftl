# 表单“知情同意与儿童赞同”的用语。
consent = 知情同意与儿童赞同
consent-form = 文件
consent-form-consent = 知情同意
consent-form-assent = 儿童赞同
consent-given = 是否同意
consent-given-partly = 部分同意
consent-version = 文件版本
consent-by = 签署人
consent-by-subject = 受试者本人
consent-by-parent = 父母
consent-by-guardian = 监护人
consent-limits = 不同意的内容
