# 表单“联系尝试”的用语。
contact-attempt = 联系尝试
contact-attempt-channel = 联系方式
contact-attempt-channel-phone = 电话
contact-attempt-channel-letter = 信件
contact-attempt-channel-email = 电子邮件
contact-attempt-channel-video = 视频通话
contact-attempt-channel-home = 上门
contact-attempt-channel-relative = 通过亲属
contact-attempt-channel-practitioner = 通过家庭医生
contact-attempt-channel-registry = 登记系统查询
contact-attempt-reached = 是否联系上
contact-attempt-reached-wrong-number = 号码错误
contact-attempt-reached-undelivered = 退回未送达
contact-attempt-next-step = 下一步
contact-attempt-next-on = 日期
contact-attempt-channel-registered-letter = 挂号信
