# Words of the form “Antibodies”.
antibody = Antibodies
antibody-target = Against
antibody-target-vector-total = vector, total binding
antibody-target-vector-neutralising = vector, neutralising
antibody-target-transgene-binding = transgene product, binding
antibody-target-transgene-inhibitor = transgene product, inhibitor
antibody-assay = Assay and laboratory
    .help = Titres of two assays are never compared.
antibody-titre = Titre
    .help = The reciprocal: 1:640 is 640.
antibody-interpretation = Interpretation
