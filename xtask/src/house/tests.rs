//! Each rule is broken by what it is there for, and by nothing near it.

use super::*;

/// The lines of a file that break some rule.
#[track_caller]
fn check(file: &str, text: &str, expected: &[usize]) {
    let found = breaches_in(file, text);
    let lines: Vec<_> = found.iter().map(|breach| breach.line).collect();
    assert_eq!(lines, expected, "{found:?}");
}

#[test]
fn a_rust_file_says_what_it_is_for() {
    check("src/components/list.rs", "//! The list.\n", &[]);
    check("src/components/list.rs", "use leptos::*;\n", &[1]);
    check("src/components/list.rs", "//! \nuse leptos::*;\n", &[1]);
    check("src/components/list.rs", "", &[1]);
    check("style/list.css", "ol {}\n", &[]);
}

#[test]
fn leaflet_stays_in_its_room() {
    let text = "//! A.\nuse leaflet::Map;\n";
    check("src/components/panel.rs", text, &[2]);
    check("src/browser/script.rs", text, &[2]);
    check("src/browser/mapping.rs", text, &[2]);
    check("src/browser/map.rs", text, &[]);
    check("src/browser/map/marker.rs", text, &[]);
    check(
        "src/components/panel.rs",
        "//! Not Leaflet.\n// Leaflet\nlet a; // Leaflet\n",
        &[],
    );
}

#[test]
fn the_core_is_pure() {
    let file = "crates/listing/src/over.rs";
    check(file, "//! A.\nuse std::time::SystemTime;\n", &[2]);
    check(file, "//! A.\nlet now = Utc::now();\n", &[2]);
    check(file, "//! A.\nuse std::fs;\n", &[2]);
    check(file, "//! A.\nuse chrono::NaiveDate;\n", &[]);
    check("crates/texts/src/tests.rs", "//! A.\nuse std::fs;\n", &[]);
    let manifest =
        "[dependencies]\nchrono = \"0.4\"\njs-sys = \"0.3\"\n[dev-dependencies]\nrand = \"0.9\"\n";
    check("crates/query/Cargo.toml", manifest, &[3]);
}

#[test]
fn dependence_has_one_direction() {
    let names = |file: &str, item: &str, expected: &[usize]| {
        check(file, &format!("//! A.\nuse crate::{item};\n"), expected);
    };
    names("src/browser/fetch.rs", "state::State", &[2]);
    names("src/browser.rs", "components::Page", &[2]);
    names("src/state.rs", "components::Page", &[2]);
    names("src/state/load.rs", "browser::fetch", &[]);
    names("src/components/list.rs", "state::State", &[]);
}

#[test]
fn crates_depend_in_one_direction() {
    let manifest = "[package]\nname = \"query\"\n[dependencies]\nevent_file.workspace = true\nlisting.workspace = true\n\
                    serde.workspace = true\n[dev-dependencies]\nexport.workspace = true\n";
    check("crates/query/Cargo.toml", manifest, &[5]);
}

#[test]
fn closures_are_released() {
    check(
        "src/browser/address.rs",
        "//! A.\nclosure.forget();\n",
        &[2],
    );
    check("src/browser/address.rs", "//! A.\nself.forgetful();\n", &[]);
}

#[test]
fn files_are_named_for_their_subject() {
    check("src/components/utils.rs", "//! A.\n", &[1]);
    check("tests/common.rs", "//! A.\n", &[1]);
    check("src/components/uncommon.rs", "//! A.\n", &[]);
}

#[test]
fn the_lock_file_stands_alone() {
    check("package-lock.json", "{\n\"resolved\": \"…\"\n}", &[2]);
    check("package-lock.json", "{\n\"integrity\": \"…\"\n}", &[]);
}
