//! Fertility after treatment: counselling, what was preserved, and signs that the gonads work. Effects on reproduction are
//! part of follow-up (CDE guideline for rare-disease gene therapy). Menarche and Tanner stages are `puberty`'s, a
//! pregnancy is `pregnancy`'s. No normal range stands here: a laboratory's limits are the laboratory's.

mod form;

pub use form::FORM;
