//! The paths a Rust file names inside its own crate, read from its tokens: in `use`, in code and in macros alike.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A module's path within its crate; none for `lib.rs` or `main.rs`.
pub type Module = Vec<String>;

/// What one file has.
#[derive(Debug, Default)]
pub struct File {
    /// Paths it names, from the crate's root.
    pub named: BTreeSet<Vec<String>>,
    /// What it passes on under a name: where that is.
    pub passed_on: BTreeMap<String, Vec<String>>,
}

/// What a module's text names, without its tests.
pub fn read<T>(module: &Module, text: &str, modules: &BTreeMap<Module, T>) -> File {
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
    while let [first, second, next, ..] = tokens.get(at..)? {
        if !is_colon(first) || !is_colon(second) {
            break;
        }
        match next {
            TokenTree::Ident(word) if *word == "super" => {
                path.pop();
            }
            TokenTree::Ident(word) => path.push(word.to_string()),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                branches(group, &path, found);
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

/// The branches of a group in a `use`.
fn branches(group: &Group, path: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    for tokens in inner.split(is_comma) {
        branch(tokens, path, found);
    }
}

fn branch(tokens: &[TokenTree], path: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let word = match tokens.first() {
        Some(TokenTree::Ident(word)) => word,
        Some(TokenTree::Group(group)) => return branches(group, path, found),
        // All of the module.
        Some(_) => return found.push((path.to_vec(), String::new())),
        // After the last comma.
        None => return,
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
