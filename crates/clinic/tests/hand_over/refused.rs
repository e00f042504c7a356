//! What is not taken over, what is not handed over, and that nothing was written then.

use std::path::{Path, PathBuf};

use clinic::Refusal;
use clinic::wire::transfer::{PackAsked, TransferInForm, TransferOutForm};
use proptest::prelude::*;
use store::{Cost, Pack, Part};

use crate::life::*;
use crate::site::{Stage, empty, now, stage};

#[test]
fn a_pack_is_taken_over_once_under_a_code_that_is_free() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let mut there = stage(PRESET);
    there.enrol("S-001");
    let seen = there.clinic.look_at_pack(&asked(&path), &now(DAY)).unwrap();
    assert!(seen.code_taken);
    let lines = there.lines();
    let form = TransferInForm { pack: asked(&path), code: "s-001 ".into() };
    let refused = there.clinic.transfer_in(&form, &now(DAY)).unwrap();
    assert_eq!((refused.subject, refused.problems[0].code.as_str()), (None, "duplicate-code"));
    assert_eq!(there.lines(), lines);
    take_over(&mut there, &path, "S-002", DAY).unwrap();
    assert_eq!(there.clinic.subject_of_code("S-002").unwrap(), subject);
    let twice = take_over(&mut there, &path, "S-003", LATER).unwrap_err();
    assert_eq!(twice.code, "pack-taken-over-already");
    assert_eq!(twice.args["code"], "S-002");
    assert!(twice.args["at"].contains("2026"), "{twice:?}");
}

#[test]
fn another_text_under_the_same_version_stops_and_a_real_store_takes_no_practice() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let mut there = empty("Harbour");
    let other = preset().replacen("after = \"P3M\"", "after = \"P2M\"", 1);
    assert_ne!(other, preset());
    there.clinic.adopt_protocol(&other, &now(DAY)).unwrap();
    let lines = there.lines();
    let refused = take_over(&mut there, &path, "S-001", DAY).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.args["value"].ends_with("@1.0")), ("pack-protocol-differs", true));
    let parts = Pack::read(&path, SECRET).unwrap().parts;
    let real = there.folder.path().join("real.perennial-handover");
    Pack::write(&real, &parts, SECRET, clinic::key_cost(), false).unwrap();
    assert_eq!(take_over(&mut there, &real, "S-001", DAY).unwrap_err().code, "pack-of-practice");
    assert_eq!(there.lines(), lines);
}

#[test]
fn each_thing_that_is_wrong_with_a_file_is_told_and_nothing_is_written() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let there = empty("Harbour");
    let bytes = std::fs::read(&path).unwrap();
    let told = |bytes: &[u8], passphrase: &str| {
        let file = there.folder.path().join("came.perennial-handover");
        std::fs::write(&file, bytes).unwrap();
        let asked = PackAsked { passphrase: passphrase.into(), ..asked(&file) };
        there.clinic.look_at_pack(&asked, &now(DAY)).map(|_| "fine".to_owned()).unwrap_or_else(|refused| refused.code)
    };
    assert_eq!(told(&bytes, SECRET), "fine");
    assert_eq!(told(&bytes, "told by nobody"), "pack-wrong-passphrase");
    assert_eq!(told(&bytes[..bytes.len() / 2], SECRET), "pack-cut-off");
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    assert_eq!(told(&changed, SECRET), "pack-changed");
    assert_eq!(told(b"chr,pos\n", SECRET), "not-a-pack");
    let missing = there.clinic.look_at_pack(&asked(Path::new("/nowhere/x")), &now(DAY)).unwrap_err();
    assert_eq!(missing.code, "pack-missing");
}

/// The pack as somebody who knows the passphrase would forge it.
fn forged(stage: &Stage, path: &Path, name: &str, forge: impl Fn(&mut Vec<Part>)) -> Result<String, Refusal> {
    let mut parts = Pack::read(path, SECRET).unwrap().parts;
    forge(&mut parts);
    let file = stage.folder.path().join(name);
    Pack::write(&file, &parts, SECRET, Cost::practice(), true).unwrap();
    stage.clinic.look_at_pack(&asked(&file), &now(DAY)).map(|seen| seen.code)
}

#[test]
fn a_record_that_its_hashes_do_not_prove_is_refused_also_with_the_passphrase() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let there = empty("Harbour");
    let text = |parts: &mut Vec<Part>, from: &str, to: &str| {
        let record = String::from_utf8(parts[0].bytes.clone()).unwrap();
        assert!(record.contains(from), "{from}");
        parts[0].bytes = record.replacen(from, to, 1).into_bytes();
    };
    assert_eq!(forged(&there, &path, "same", |_| {}).unwrap(), "S-001");
    for (name, from, to) in [
        ("payload", "Acute leukaemia", "Mild influenza"),
        (
            "author",
            "\"name\":\"Investigator\",\"role\":\"investigator\"},\"recorded_at\"",
            "\"name\":\"Nobody\",\"role\":\"investigator\"},\"recorded_at\"",
        ),
        ("moment", "2024-09-30T12:00:00", "2024-09-29T12:00:00"),
    ] {
        let refused = forged(&there, &path, name, |parts| text(parts, from, to));
        assert_eq!(refused.unwrap_err().code, "pack-changed", "{name}");
    }
    let document = |parts: &mut Vec<Part>| parts.last_mut().unwrap().bytes[0] ^= 1;
    assert_eq!(forged(&there, &path, "document", document).unwrap_err().code, "pack-changed");
    let without = |parts: &mut Vec<Part>| drop(parts.pop());
    assert_eq!(forged(&there, &path, "without", without).unwrap_err().code, "pack-changed");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    /// Whatever byte of the file is another: it is refused, and nothing is written.
    #[test]
    fn a_changed_byte_anywhere_takes_nobody_over(places in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..=255), 1..4)) {
        let (bytes, there) = handed();
        let mut changed = bytes.clone();
        for (place, by) in &places {
            changed[place.index(bytes.len())] ^= *by;
        }
        prop_assume!(changed != *bytes);
        let file = there.join("changed.perennial-handover");
        std::fs::write(&file, &changed).unwrap();
        prop_assert!(Pack::read(&file, SECRET).is_err());
    }
}

/// One real pack for all cases.
fn handed() -> &'static (Vec<u8>, PathBuf) {
    static HANDED: std::sync::OnceLock<(Vec<u8>, PathBuf)> = std::sync::OnceLock::new();
    HANDED.get_or_init(|| {
        let (mut here, subject) = lived();
        let form = out_form(&here, subject, "Harbour", DAY);
        let bytes = std::fs::read(hand_over(&mut here, &form)).unwrap();
        (bytes, tempfile::tempdir().unwrap().keep())
    })
}

#[test]
fn nothing_is_handed_over_without_site_reason_passphrase_and_a_day_that_came() {
    let (mut here, subject) = lived();
    let lines = here.lines();
    let form = TransferOutForm {
        site: " ".into(),
        because: String::new(),
        ..out_form(&here, subject, "Harbour", "2026-12-31")
    };
    let done = here.clinic.transfer_out(&form, Cost::practice(), &now(DAY)).unwrap();
    let codes: Vec<(&str, &str)> = done.problems.iter().map(|one| (one.place.as_str(), one.code.as_str())).collect();
    assert_eq!(codes, [("on", "future-date"), ("site", "needed"), ("because", "needed")]);
    let short = TransferOutForm { passphrase: "short".into(), ..out_form(&here, subject, "Harbour", DAY) };
    assert_eq!(
        here.clinic.transfer_out(&short, Cost::practice(), &now(DAY)).unwrap_err().code,
        "store-weak-passphrase"
    );
    let taken = out_form(&here, subject, "Harbour", DAY);
    std::fs::write(&taken.path, "a letter").unwrap();
    assert_eq!(here.clinic.transfer_out(&taken, Cost::practice(), &now(DAY)).unwrap_err().code, "file-exists");
    assert_eq!(std::fs::read_to_string(&taken.path).unwrap(), "a letter");
    assert_eq!(here.lines(), lines);
}
