//! Files that import each other in a circle, which the compiler allows and this house does not.
//!
//! Files are Rust's modules. An import of a name that a module only passes on with `pub use` counts as one of the file
//! that has it. Test code may import what it likes.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::{File, Module, read};

/// The circles among the files of one crate, each a list of paths in the project, sorted. The files come with their
/// texts; `source` is the crate's source folder, with a slash at its end.
pub fn circles(source: &str, files: &[(String, String)]) -> Vec<Vec<String>> {
    let modules: BTreeMap<Module, &(String, String)> = files
        .iter()
        .filter_map(|file| Some((module(file.0.strip_prefix(source)?)?, file)))
        .collect();
    let read: BTreeMap<&Module, File> = modules
        .iter()
        .map(|(module, (_, text))| (module, read(module, text, &modules)))
        .collect();
    let mut imports: BTreeMap<&Module, BTreeSet<&Module>> = BTreeMap::new();
    for (&module, file) in &read {
        let found = file.named.iter().map(|path| resolve(path, &read));
        let of = imports.entry(module).or_default();
        of.extend(found.flatten().filter(|other| *other != module));
    }
    strongly_connected(&imports)
        .into_iter()
        .map(|circle| {
            circle
                .iter()
                .map(|module| modules[*module].0.clone())
                .collect()
        })
        .collect()
}

/// The module of a file in the source folder; `None` for tests and for a program beside the crate.
fn module(file: &str) -> Option<Module> {
    let path = file.strip_suffix(".rs")?;
    let parts: Module = path.split('/').map(str::to_owned).collect();
    if parts.iter().any(|part| part == "tests") || parts.first().is_some_and(|part| part == "bin") {
        return None;
    }
    match path {
        "lib" | "main" => Some(Vec::new()),
        _ => Some(parts),
    }
}

/// The module that has what a path names; follows what modules pass on.
fn resolve<'a>(path: &[String], files: &BTreeMap<&'a Module, File>) -> Option<&'a Module> {
    let mut path = path.to_vec();
    // More steps than any chain of `pub use` has.
    for _ in 0..8 {
        let (length, module, file) = (0..=path.len()).rev().find_map(|length| {
            let (module, file) = files.get_key_value(&path[..length].to_vec())?;
            Some((length, *module, file))
        })?;
        let passed_on = path.get(length).and_then(|name| file.passed_on.get(name));
        match passed_on {
            Some(target) => path = [target, &path[length + 1..]].concat(),
            None => return Some(module),
        }
    }
    None
}

/// Groups of modules of which each reaches every other, larger than one: those that reach and are reached by the same.
fn strongly_connected<'a>(
    imports: &BTreeMap<&'a Module, BTreeSet<&'a Module>>,
) -> Vec<BTreeSet<&'a Module>> {
    let reached: BTreeMap<_, _> = imports
        .keys()
        .map(|from| {
            let (mut seen, mut waiting) = (BTreeSet::new(), vec![*from]);
            while let Some(next) = waiting.pop() {
                for other in imports.get(next).into_iter().flatten() {
                    if seen.insert(*other) {
                        waiting.push(other);
                    }
                }
            }
            (*from, seen)
        })
        .collect();
    let groups: BTreeSet<BTreeSet<&Module>> = reached
        .iter()
        .filter(|(from, seen)| seen.contains(**from))
        .map(|(from, seen)| {
            let back = seen.iter().filter(|other| reached[**other].contains(*from));
            back.copied().collect()
        })
        .collect();
    groups.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[&[&str]]) {
        let files: Vec<_> = files
            .iter()
            .map(|(file, text)| (format!("src/{file}"), (*text).to_owned()))
            .collect();
        let found = circles("src/", &files);
        let expected: Vec<Vec<String>> = expected
            .iter()
            .map(|circle| circle.iter().map(|file| format!("src/{file}")).collect())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn two_files_that_import_each_other_are_a_circle() {
        check(
            &[
                ("lib.rs", "mod a; mod b;"),
                ("a.rs", "use crate::b::{B, C};"),
                ("b.rs", "fn f() { crate::a::f() }"),
            ],
            &[&["a.rs", "b.rs"]],
        );
        check(
            &[
                ("a.rs", "use super::b::B;"),
                ("b.rs", "use super::{{c::{self, D,}}, };"),
                ("c.rs", "view! { <p>{super::a::f()}</p> }"),
            ],
            &[&["a.rs", "b.rs", "c.rs"]],
        );
    }

    #[test]
    fn a_parent_and_a_child_that_import_each_other_are_a_circle() {
        check(
            &[
                ("a.rs", "mod b; fn f() { b::g() }"),
                ("a/b.rs", "use super::A;"),
            ],
            &[&["a.rs", "a/b.rs"]],
        );
        check(
            &[
                ("a.rs", "mod b; fn f() { b::g() }"),
                ("a/b.rs", "use crate::c::C;"),
            ],
            &[],
        );
    }

    #[test]
    fn a_name_passed_on_is_imported_from_where_it_is() {
        check(
            &[
                (
                    "lib.rs",
                    "mod a; mod b; pub use a::A; pub(crate) use b::B as C;",
                ),
                ("a.rs", "pub struct A;"),
                ("b.rs", "use crate::A;"),
            ],
            &[],
        );
        check(
            &[
                (
                    "lib.rs",
                    "mod a; mod b; pub use a::A; pub(crate) use b::B as C;",
                ),
                ("a.rs", "use crate::C;"),
                ("b.rs", "use crate::A;"),
            ],
            &[&["a.rs", "b.rs"]],
        );
    }

    #[test]
    fn tests_and_other_crates_do_not_count() {
        check(
            &[
                (
                    "a.rs",
                    "use crate::b::B;\n#[cfg(test)]\nmod tests { use super::*; }",
                ),
                ("a/tests.rs", "use super::*;"),
                (
                    "b.rs",
                    "use std::a; // crate::a\n#[cfg(test)]\nmod tests { use crate::a::A; }",
                ),
            ],
            &[],
        );
    }
}
