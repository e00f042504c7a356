# 表单“生长”的用语。
growth = 生长
growth-weight = 体重
growth-length-or-height = 身长或身高
growth-measured = 测量方式
    .help = 两岁以下卧位，两岁起立位。
growth-measured-lying = 卧位（身长）
growth-measured-standing = 立位（身高）
growth-head-circumference = 头围
growth-oedema = 水肿
    .help = 有水肿时不由体重计算 z 值。
growth-weight-z = 年龄别体重 z 值
growth-height-z = 年龄别身高 z 值
growth-bmi = 体质指数（BMI）
growth-bmi-z = 年龄别 BMI z 值
growth-head-z = 年龄别头围 z 值
