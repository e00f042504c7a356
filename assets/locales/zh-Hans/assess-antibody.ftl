# 表单“抗体”的用语。
antibody = 抗体
antibody-target = 针对
antibody-target-vector-total = 载体，总结合抗体
antibody-target-vector-neutralising = 载体，中和抗体
antibody-target-transgene-binding = 转基因产物，结合抗体
antibody-target-transgene-inhibitor = 转基因产物，抑制物
antibody-assay = 检测方法与实验室
    .help = 不同检测方法的滴度绝不互相比较。
antibody-titre = 滴度
    .help = 填倒数：1:640 填 640。
antibody-interpretation = 判读
