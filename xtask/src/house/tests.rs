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
    check(
        "crates/texts/src/tests.rs",
        "//! A.\nuse std::fs;\n",
        &[],
    );
    let manifest =
        "[dependencies]\nchrono = \"0.4\"\njs-sys = \"0.3\"\n[dev-dependencies]\nrand = \"0.9\"\n";
    check("crates/query/Cargo.toml", manifest, &[3]);
}

#[test]
fn dependence_has_one_direction() {
    check(
        "src/browser/fetch.rs",
        "//! A.\nuse crate::state::State;\n",
        &[2],
    );
    check(
        "src/browser.rs",
        "//! A.\nuse crate::components::Page;\n",
        &[2],
    );
    check(
        "src/state.rs",
        "//! A.\nuse crate::components::Page;\n",
        &[2],
    );
    check(
        "src/state/load.rs",
        "//! A.\nuse crate::browser::fetch;\n",
        &[],
    );
    check("src/components/list.rs", "//! A.\nuse crate::state::State;\n", &[]);
}

#[test]
fn closures_are_released() {
    check("src/browser/address.rs", "//! A.\nclosure.forget();\n", &[2]);
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
