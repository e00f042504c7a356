# Words of the form “Liver values”.
liver = Liver values
liver-alt = ALT
liver-alt-uln = ALT, upper limit of normal
    .help = The laboratory's limit for this age and sex.
liver-alt-x-uln = ALT × ULN
liver-ast = AST
liver-ast-uln = AST, upper limit of normal
liver-ast-x-uln = AST × ULN
liver-bilirubin = Total bilirubin
liver-bilirubin-uln = Bilirubin, upper limit of normal
liver-bilirubin-x-uln = Bilirubin × ULN
liver-alp = Alkaline phosphatase (ALP)
liver-alp-uln = ALP, upper limit of normal
liver-alp-x-uln = ALP × ULN
liver-other-cause = Another cause is known
    .help = Viral hepatitis, biliary disease, another medicine.
liver-steroid-dose = Corticosteroid, prednisolone equivalent
