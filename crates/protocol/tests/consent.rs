//! Forms of consent as a protocol writes them: read as written, told at their line when wrong, in the schema as in the
//! parser, and compared in words.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use facts::fact::GivenBy;
use facts::{ConsentKind, Period};
use protocol::{Change, Protocol, diff};

const FORMS: &str = r#"
[[consent]]
code = "main"
kind = "consent"
label = { en = "Main consent", zh-Hans = "主要知情同意书", ja = "参加の同意書" }
within = "P3M"
new-guardian-within = "P2M"
cites = "sponsor: practice"

[[consent.version]]
version = "1.0"

[[consent.version]]
version = "2.0"
effective-on = "2026-03-01"
reconsent-within = "P4M"
cites = "sponsor: amendment 2"

[[consent]]
code = "assent-7"
kind = "assent"
label = { en = "Assent", zh-Hans = "赞同书", ja = "アセント文書" }
age-from = "P7Y"
age-under = "P12Y"
within = "P6M"
cites = "sponsor: practice"

[[consent.version]]
version = "1.0"
"#;

/// The preset without the visits and tasks that ask for consent there, with the forms.
fn text() -> String {
    let (_, preset) = protocol::presets().into_iter().find(|(path, _)| path == "cde/lentiviral-hsc-15y").unwrap();
    let asks = |part: &&str| {
        part.starts_with("[[visit]]")
            && ["\n  \"reconsent\",\n", "\n  \"assent\",\n"].iter().any(|task| part.contains(task))
    };
    let kept: String = preset.split_inclusive("\n\n").filter(|part| !asks(part)).collect();
    let kept: Vec<&str> = kept.lines().filter(|line| !line.contains("{ task = \"assent\"")).collect();
    format!("{}\n{FORMS}", kept.join("\n"))
}

fn read(text: &str) -> Protocol {
    let (protocol, faults) = protocol::read(text);
    protocol.unwrap_or_else(|| panic!("{faults:#?}"))
}

#[test]
fn forms_are_read_as_written_with_their_versions_in_order() {
    let protocol = read(&text());
    let main = protocol.main_consent().unwrap();
    assert_eq!((main.code.as_str(), main.kind, main.within), ("main", ConsentKind::Consent, Some(Period::months(3))));
    assert_eq!(
        main.given_by,
        [GivenBy::Parent, GivenBy::Guardian, GivenBy::Subject],
        "everybody, when nothing is said"
    );
    let on = |day: &str| main.in_force(day.parse().unwrap()).unwrap().version.as_str();
    assert_eq!([on("2020-01-01"), on("2026-02-28"), on("2026-03-01")], ["1.0", "1.0", "2.0"]);
    let assent = protocol.consent("assent-7").unwrap();
    assert_eq!(assent.given_by, [GivenBy::Subject], "a child's assent is its own");
    let cited: Vec<&str> = protocol.citations().map(|citation| citation.clause.as_str()).collect();
    assert!(cited.contains(&"amendment 2") && cited.contains(&"practice"));
}

#[test]
fn each_fault_of_a_form_names_its_line() {
    let good = text();
    for (from, to, code) in [
        ("kind = \"assent\"\nlabel = { en = \"Assent\"", "kind = \"ascent\"\nlabel = { en = \"Assent\"", "not-one-of"),
        ("age-under = \"P12Y\"", "age-under = \"P7Y\"", "ages-end-before-they-begin"),
        ("age-under = \"P12Y\"", "age-under = \"twelve\"", "not-a-period"),
        ("effective-on = \"2026-03-01\"", "effective-on = \"2026-02-30\"", "not-a-day"),
        ("reconsent-within = \"P4M\"", "reconsent-within = \"P0D\"", "not-positive"),
        ("version = \"2.0\"", "version = \"1.0\"", "used-twice"),
        ("effective-on = \"2026-03-01\"\n", "", "consent-versions-out-of-order"),
        ("cites = \"sponsor: amendment 2\"", "cites = \"nobody: amendment 2\"", "source-unknown"),
        ("new-guardian-within", "new-gaurdian-within", "key-unknown"),
        ("code = \"assent-7\"", "code = \"main\"", "used-twice"),
        ("within = \"P6M\"", "given-by = [\"parent\"]\nwithin = \"P6M\"", "assent-by-another"),
        ("within = \"P6M\"", "given-by = [\"aunt\"]\nwithin = \"P6M\"", "not-one-of"),
    ] {
        let at = good.rfind(from).unwrap_or_else(|| panic!("the text no longer has `{from}`"));
        let bad = format!("{}{to}{}", &good[..at], &good[at + from.len()..]);
        let line = good[..at].matches('\n').count() + 1;
        let faults: Vec<(usize, String)> =
            protocol::read(&bad).1.into_iter().map(|fault| (fault.line, fault.code)).collect();
        let near = faults.iter().any(|(at, told)| told == code && at.abs_diff(line) <= 3);
        assert!(near, "{code} about line {line}: {faults:?}");
    }
    let bare = "\n[[consent]]\ncode = \"bare\"\nkind = \"optional\"\nlabel = { en = \"B\", zh-Hans = \"B\", ja = \"B\" }\ncites = \"sponsor: practice\"\n";
    let faults = protocol::read(&[good.as_str(), bare].concat()).1;
    let codes: Vec<&str> = faults.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["consent-without-version"]);
}

#[test]
fn a_text_asks_for_consent_by_forms_or_at_visits_and_never_by_both() {
    let (_, preset) = protocol::presets().into_iter().find(|(path, _)| path == "cde/lentiviral-hsc-15y").unwrap();
    let both = format!("{preset}\n{FORMS}");
    let faults = protocol::read(&both).1;
    let twice: Vec<(usize, &str)> = faults
        .iter()
        .filter(|fault| fault.code == "consent-asked-twice")
        .map(|fault| (fault.line, fault.args["visit"].as_str()))
        .collect();
    let visits: Vec<&str> = twice.iter().map(|(_, visit)| *visit).collect();
    assert_eq!(visits, ["BL", "MAJ", "AGE{n}"]);
    let line = |place: usize| both.lines().nth(place - 1).unwrap();
    assert!(twice.iter().all(|(at, _)| line(*at).contains("assent") || line(*at).contains("reconsent")), "{twice:?}");
}

#[test]
fn the_schema_takes_forms_and_refuses_what_the_parser_refuses() {
    let schema = include_str!("../../../assets/regulations/preset.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let fits = |text: &str| {
        let table: toml::Table = text.parse().unwrap();
        validator.is_valid(&serde_json::to_value(table).unwrap())
    };
    let good = text();
    assert!(fits(&good));
    for (from, to) in [
        ("kind = \"assent\"\nlabel = { en = \"Assent\"", "kind = \"ascent\"\nlabel = { en = \"Assent\""),
        ("new-guardian-within", "new-gaurdian-within"),
        ("reconsent-within = \"P4M\"", "reconsent-within = \"4 months\""),
        ("effective-on = \"2026-03-01\"", "effective-on = \"March\""),
        ("within = \"P6M\"", "given-by = []\nwithin = \"P6M\""),
    ] {
        let bad = good.replacen(from, to, 1);
        assert!(bad != good && !fits(&bad) && protocol::read(&bad).0.is_none(), "{to}");
    }
}

#[test]
fn a_new_version_of_a_form_is_told_and_so_is_who_signs_it() {
    let (old, new) = (read(&text()), text());
    let changed = |edits: &[(&str, &str)]| {
        let edited = edits.iter().fold(new.clone(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        diff(&old, &read(&edited))
    };
    let added =
        "cites = \"sponsor: amendment 2\"\n\n[[consent.version]]\nversion = \"3.0\"\neffective-on = \"2027-01-01\"\n";
    assert_eq!(
        changed(&[("cites = \"sponsor: amendment 2\"\n", added), ("age-from = \"P7Y\"", "age-from = \"P6Y\"")]),
        [
            Change::ConsentVersion {
                form: "main".into(),
                version: "3.0".into(),
                effective_on: Some("2027-01-01".parse().unwrap()),
                again: None
            },
            Change::ConsentAltered { form: "assent-7".into() },
        ]
    );
    assert_eq!(
        changed(&[("code = \"assent-7\"", "code = \"assent\"")]),
        [Change::ConsentAdded { form: "assent".into() }, Change::ConsentRemoved { form: "assent-7".into() }]
    );
    assert_eq!(changed(&[]), []);
}
