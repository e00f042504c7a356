# Words of the form “Yearly screen for late events”.
cancer-screen = Yearly screen for late events
cancer-screen-new-malignancy = New malignancy
cancer-screen-new-malignancy-detail = What, where, since when
cancer-screen-neurologic = New or worse neurologic disorder
cancer-screen-neurologic-detail = What, since when
cancer-screen-autoimmune = New or worse rheumatologic or autoimmune disorder
cancer-screen-autoimmune-detail = What, since when
cancer-screen-haematologic = New haematologic disorder
cancer-screen-haematologic-detail = What, since when
cancer-screen-infection = Serious or unusual infection
cancer-screen-infection-detail = What, since when
cancer-screen-exam = Physical examination
cancer-screen-exam-detail = Findings of the examination
cancer-screen-imaging = Imaging
cancer-screen-imaging-not-called-for = not called for
cancer-screen-imaging-detail = Findings of imaging
