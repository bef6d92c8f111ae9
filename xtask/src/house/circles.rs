//! Files that import each other in a circle, which the compiler allows and this house does not.
//!
//! Files are Rust's modules. An import of a name that a module only passes on with `pub use` counts as one of the file
//! that has it. Test code may import what it likes.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A module's path within its crate; none for `lib.rs` or `main.rs`.
type Module = Vec<String>;

/// What one file has.
#[derive(Debug, Default)]
struct File {
    /// Paths it names, from the crate's root.
    named: BTreeSet<Vec<String>>,
    /// What it passes on under a name: where that is.
    passed_on: BTreeMap<String, Vec<String>>,
}

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

/// What a module's text names, without its tests.
fn read<T>(module: &Module, text: &str, modules: &BTreeMap<Module, T>) -> File {
    let mut file = File::default();
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let Ok(tokens) = code.parse::<TokenStream>() else {
        return file;
    };
    let mut walk = Walk {
        module,
        modules,
        file: &mut file,
    };
    walk.tokens(tokens);
    file
}

/// Goes through the words of a file.
struct Walk<'a, T> {
    module: &'a Module,
    modules: &'a BTreeMap<Module, T>,
    file: &'a mut File,
}

impl<T> Walk<'_, T> {
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    let follows = at > 1 && is_colon(&tokens[at - 1]) && is_colon(&tokens[at - 2]);
                    if !follows && let Some(start) = self.start(&word) {
                        let passes_on = is_pub_use(&tokens[..at]);
                        let mut found = Vec::new();
                        if let Some(end) = tree(&tokens, at + 1, start, &mut found) {
                            self.note(found, passes_on);
                            at = end;
                            continue;
                        }
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Where a path leads that begins with this word; `None` for one that leads out of the crate.
    fn start(&self, word: &str) -> Option<Module> {
        match word {
            "crate" => Some(Vec::new()),
            "self" => Some(self.module.clone()),
            "super" => Some(self.module[..self.module.len().checked_sub(1)?].to_vec()),
            child => {
                let mut path = self.module.clone();
                path.push(child.to_owned());
                self.modules.contains_key(&path).then_some(path)
            }
        }
    }

    fn note(&mut self, found: Vec<(Vec<String>, String)>, passes_on: bool) {
        for (path, name) in found {
            if passes_on {
                self.file.passed_on.insert(name, path);
            } else {
                self.file.named.insert(path);
            }
        }
    }
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':')
}

/// Whether `pub use` or `pub(crate) use` stands before a path.
fn is_pub_use(before: &[TokenTree]) -> bool {
    let is = |token: &TokenTree, word: &str| matches!(token, TokenTree::Ident(own) if *own == word);
    match before {
        [.., visible, at, used] if is(used, "use") => {
            is(at, "pub") || (is(visible, "pub") && matches!(at, TokenTree::Group(_)))
        }
        [at, used] => is(used, "use") && is(at, "pub"),
        _ => false,
    }
}

/// Reads `::a::{b, c::d as e}` from `at`, under `path`: each whole path with the name it gets, and where it ends;
/// `None` when no path stands there.
fn tree(
    tokens: &[TokenTree],
    mut at: usize,
    mut path: Vec<String>,
    found: &mut Vec<(Vec<String>, String)>,
) -> Option<usize> {
    let begun = at;
    loop {
        let [first, second, next, ..] = tokens.get(at..)? else {
            break;
        };
        if !is_colon(first) || !is_colon(second) {
            break;
        }
        match next {
            TokenTree::Ident(word) if *word == "super" => {
                path.pop();
            }
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in inner
                    .split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','))
                {
                    self::branch(branch, &path, found);
                }
                return Some(at + 3);
            }
            _ => {
                at += 2;
                break;
            }
        }
        at += 3;
    }
    if at == begun {
        return None;
    }
    let name = path.last().cloned().unwrap_or_default();
    let name = match tokens.get(at..at + 2) {
        Some([TokenTree::Ident(word), TokenTree::Ident(new)]) if *word == "as" => new.to_string(),
        _ => name,
    };
    found.push((path, name));
    Some(at)
}

/// One branch of a group in a `use`.
fn branch(tokens: &[TokenTree], path: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let Some(TokenTree::Ident(word)) = tokens.first() else {
        return found.push((path.to_vec(), String::new()));
    };
    let mut path = path.to_vec();
    match word.to_string().as_str() {
        "self" => {}
        "super" => {
            path.pop();
        }
        word => path.push(word.to_owned()),
    }
    if tree(tokens, 1, path.clone(), found).is_none() {
        let name = match tokens.last() {
            Some(TokenTree::Ident(name)) => name.to_string(),
            _ => String::new(),
        };
        found.push((path, name));
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
                ("b.rs", "use super::{c::{self, D}};"),
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
