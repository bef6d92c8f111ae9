//! What stands between WebAssembly and the browser, without what nobody calls and with short names.
//!
//! wasm-bindgen names each function of the browser at length, with a hash, once in the script and once in the code.

use std::collections::HashMap;
use std::convert::Infallible;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};

/// What the code calls the script's functions.
const SCRIPT: &str = "./marchmap_bg.js";

/// The same, in short.
const SHORT: &str = "_";

/// Gives short names to the script's functions, and takes out those that the code does not call.
///
/// # Errors
/// The script lacks a function that the code calls, or is written otherwise than wasm-bindgen does.
pub fn shorten(code: &Path, script: &Path) -> Result<()> {
    let mut short = Short(HashMap::new());
    for name in called(&std::fs::read(code)?)? {
        let next = name_of(short.0.len());
        short.0.insert(name, next);
    }
    let text = std::fs::read_to_string(script)?;
    std::fs::write(script, with_short(&text, &short.0)?)?;
    reencoded(code, &mut short)
}

/// The script's functions that a code calls, in its order.
fn called(code: &[u8]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for part in wasmparser::Parser::new(0).parse_all(code) {
        if let wasmparser::Payload::ImportSection(imports) = part? {
            for import in imports.into_imports() {
                let import = import?;
                if import.module == SCRIPT {
                    names.push(import.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

/// `a` to `z`, `A` to `Z`, then two letters.
fn name_of(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[number % 52]);
    match number / 52 {
        0 => last.to_string(),
        before => format!("{}{last}", name_of(before - 1)),
    }
}

/// The script with its functions renamed, and without those that have no short name.
fn with_short(script: &str, short: &HashMap<String, String>) -> Result<String> {
    let mut text = String::with_capacity(script.len());
    let mut found = 0;
    let mut lines = script.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let name = line.strip_prefix("        ").and_then(|line| {
            let (name, _) = line.split_once(": function(")?;
            name.starts_with("__wb").then_some(name)
        });
        match name.map(|name| (name, short.get(name))) {
            None => text.push_str(line),
            Some((name, Some(new))) => {
                found += 1;
                text.push_str(&line.replacen(name, new, 1));
            }
            Some((name, None)) => {
                lines
                    .find(|line| *line == "        },\n")
                    .with_context(|| format!("the script's `{name}` does not end"))?;
            }
        }
    }
    if found != short.len() {
        bail!(
            "the script has {found} of the {} functions that are called",
            short.len()
        );
    }
    let (old, new) = (
        format!("\"{SCRIPT}\": import0"),
        format!("\"{SHORT}\": import0"),
    );
    if !text.contains(&old) {
        bail!("the script has no `{old}`");
    }
    Ok(text.replace(&old, &new))
}

/// Writes a code again, changed.
fn reencoded(code: &Path, change: &mut impl Reencode<Error = Infallible>) -> Result<()> {
    let bytes = std::fs::read(code)?;
    let mut module = Module::new();
    change
        .parse_core_module(&mut module, wasmparser::Parser::new(0), &bytes)
        .map_err(|error| anyhow!("{}: {error}", code.display()))?;
    Ok(std::fs::write(code, module.finish())?)
}

/// A code that calls the script's functions by short names.
struct Short(HashMap<String, String>);

impl Reencode for Short {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            match self.0.get(import.name) {
                Some(name) if import.module == SCRIPT => imports.import(SHORT, name, kind),
                _ => imports.import(import.module, import.name, kind),
            };
        }
        Ok(())
    }

    /// What is only for tools is left out.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: wasmparser::CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_each_its_own() {
        let names: Vec<String> = (0..3000).map(name_of).collect();
        assert_eq!((&*names[0], &*names[51], &*names[52]), ("a", "Z", "aa"));
        let distinct: std::collections::HashSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }

    const GLUE: &str = "const import0 = {\n        \
        __wbg_used_1f: function(arg0) {\n            return arg0;\n        },\n        \
        __wbg_unused_2e: function() {\n            x();\n        },\n    };\n\"./marchmap_bg.js\": import0,\n";

    #[test]
    fn a_script_keeps_what_is_called() {
        let short = |name: &str| HashMap::from([(name.to_owned(), "a".to_owned())]);
        assert_eq!(
            with_short(GLUE, &short("__wbg_used_1f")).unwrap(),
            "const import0 = {\n        \
             a: function(arg0) {\n            return arg0;\n        },\n    };\n\"_\": import0,\n"
        );
        assert!(with_short(GLUE, &short("__wbg_other_3d")).is_err());
    }
}
