//! Screen for a tumour of the liver after a vector that reaches it: alpha-fetoprotein and ultrasound, yearly when at risk
//! (label of etranacogene). Its own form, so that who received other products is not asked.

mod form;

pub use form::FORM;
