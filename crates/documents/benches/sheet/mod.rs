//! A sheet of a child followed for 15 years: shared by measurements and tests.

use documents::{CountedFrom, FamilySheet, Icon, SheetTask, SheetVisit};
use facts::fact::Mode;
use facts::{CivilDate, Period};

fn visit(index: i32) -> SheetVisit {
    let dosed: CivilDate = "2024-08-31".parse().expect("a day");
    let due_on = dosed.plus(&Period::months(6 * (index + 1)));
    let task = |icon, text: &str| SheetTask { icon, text: text.into() };
    SheetVisit {
        uid: format!("0190-V{index}@perennial"),
        label: format!("Month {} · 第 {} 个月", 6 * (index + 1), 6 * (index + 1)),
        earliest_on: due_on.plus_days(-28),
        due_on,
        latest_on: due_on.plus_days(28),
        counted: format!("{} months after the treatment of 31 Aug 2024", 6 * (index + 1)),
        counted_from: CountedFrom::Day("the treatment of 31 Aug 2024".into()),
        modes: vec![Mode::Clinic, Mode::Home],
        minutes: Some(90),
        fasting: index == 1,
        tasks: vec![
            task(Icon::Talk, "A talk about how things are"),
            task(Icon::Question, "Questions about illnesses"),
            task(Icon::Body, "A physical examination"),
            task(Icon::Blood, "A blood sample"),
            task(Icon::Growth, "Weight and height"),
            task(Icon::Urine, "A urine sample"),
        ],
    }
}

pub fn sheet() -> FamilySheet {
    FamilySheet {
        called: "小宇 <b>王𠮷</b> 😀".into(),
        subject_code: "S-014".into(),
        site_name: "Children’s Hospital 儿童医院 小児病院".into(),
        site_telephone: "+86 10 5550 0100".into(),
        site_address: "1 Practice Road".into(),
        born_on: "2021-02-11".parse().expect("a day"),
        product: None,
        visits: (0..30).map(visit).collect(),
        late: Vec::new(),
        bring: "this sheet and the list of medicines".into(),
        call_if: vec!["Fever that does not go".into(), "A new lump".into()],
        please_do_not: vec!["Donate blood until we tell you that you may".into()],
        precautions: Vec::new(),
        may_again: Vec::new(),
        moving: "Please tell us before you move.".into(),
        printed_on: "2026-11-21".parse().expect("a day"),
        printed_by: "李医生".into(),
        schedule_version: "cde-lentiviral-hsc-15y@1.0".into(),
        marks: documents::Marks { practice: true, ..documents::Marks::default() },
    }
}
