//! THE LIST of assessments, and which of them have values to compute.

use facts::answer::Assessment;

use crate::form::FormSpec;
use crate::value::About;

/// In the order in which a visit asks them.
static KINDS: [&FormSpec; 21] = [
    &crate::vital_status::FORM,
    &crate::adverse_event::FORM,
    &crate::cancer_screen::FORM,
    &crate::malignancy::FORM,
    &crate::liver_tumour_screen::FORM,
    &crate::blood_count::FORM,
    &crate::integration::FORM,
    &crate::rcr_rcl::FORM,
    &crate::shedding::FORM,
    &crate::antibody::FORM,
    &crate::elispot::FORM,
    &crate::liver::FORM,
    &crate::growth::FORM,
    &crate::puberty::FORM,
    &crate::development::FORM,
    &crate::immunosuppression::FORM,
    &crate::pregnancy::FORM,
    &crate::fertility::FORM,
    &crate::consent::FORM,
    &crate::hand_over::FORM,
    &crate::contact_attempt::FORM,
];

pub fn kinds() -> &'static [&'static FormSpec] {
    &KINDS
}

pub fn form(kind: &str) -> Option<&'static FormSpec> {
    kinds().iter().find(|spec| spec.kind == kind).copied()
}

/// Fills the computed fields.
pub(crate) fn compute(assessment: &mut Assessment, about: &About) {
    match assessment.kind.as_str() {
        "integration-site" => crate::integration::compute(assessment),
        "liver" => crate::liver::compute(assessment, about.ctcae),
        "blood-count" => crate::blood_count::compute(assessment, about.ctcae),
        "elispot" => crate::elispot::compute(assessment),
        "immunosuppression" => crate::immunosuppression::compute(assessment),
        "growth" => crate::growth::compute(assessment, about),
        "puberty" => crate::puberty::compute(assessment, about),
        _ => {}
    }
}
