//! `marchmap check`: everything that is wrong with an event file, or looks so to an editor.

mod core;
mod document;
mod finding;
mod fix;
mod report;
mod rules;
mod scan;
mod subject;

use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use event_file::read;
use gazetteer::Gazetteer;
use texts::Words;

use crate::failure::{Ended, Failure, Outcome};
use crate::places::{self, PlacesArgs};
use crate::{source, store};
use document::Document;
use finding::{Finding, Severity};
use report::Placed;
use rules::{Before, Desk};

/// What `check` is told.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  marchmap check public/events.json
  marchmap check --fix public/events.json
  git show HEAD:public/events.json > before.json; marchmap check --before before.json public/events.json")]
pub struct Args {
    /// The event file; `-` is standard input
    pub file: PathBuf,
    /// Mend what is safe to mend, and show what was changed
    #[arg(long)]
    pub fix: bool,
    /// With --fix: show what would be changed, and change nothing
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// The file as it was, to find ids that changed
    #[arg(long, value_name = "FILE")]
    pub before: Option<PathBuf>,
    /// Report as JSON
    #[arg(long, conflicts_with = "github")]
    pub json: bool,
    /// Report as annotations of a GitHub workflow
    #[arg(long)]
    pub github: bool,
    /// Let warnings count as errors for the exit status
    #[arg(long)]
    pub strict: bool,
    /// Say only what the file breaks, nothing that merely looks odd
    #[arg(long)]
    pub format_only: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub places: PlacesArgs,
}

/// Checks the file.
///
/// # Errors
/// A file cannot be read, or the mended one not be written.
pub fn run(args: &Args) -> Ended {
    let bytes = source::bytes(&args.file)?;
    let gazetteer = places::open(&args.places)?;
    let before = args.before.as_deref().map(remembered).transpose()?;
    let check = |bytes: &[u8]| checked(bytes, &gazetteer, before.as_ref(), args.format_only);
    let mut bytes = bytes;
    if args.fix {
        bytes = mended(bytes, check, args)?;
    }
    let document = Document::new(&bytes);
    let (findings, events) = check(&bytes);
    let placed = place(findings, &document, &bytes);
    let name = source::name(&args.file);
    let said = if args.json {
        report::json(&placed, &document, &name, events)
    } else if args.github {
        report::github(&placed, &document, &name)
    } else {
        let renderer = renderer();
        // Asked for a look at the changes, one has seen enough.
        let found = match args.dry_run {
            true => String::new(),
            false => report::human(&placed, &document, &name, &renderer),
        };
        found + &report::summary(&placed, &name, events)
    };
    // The mended file itself goes to standard output when it came from standard input.
    if args.fix && args.file == Path::new("-") && !args.dry_run {
        eprint!("{said}");
    } else {
        store::print(said.as_bytes())?;
    }
    let worst = placed.iter().map(|one| one.finding.severity).max();
    let limit = match args.strict {
        true => Severity::Warning,
        false => Severity::Error,
    };
    Ok(match worst.is_some_and(|worst| worst >= limit) {
        true => Outcome::Found,
        false => Outcome::Good,
    })
}

/// Everything found in these bytes, and how many events they hold.
fn checked(
    bytes: &[u8],
    gazetteer: &Gazetteer,
    before: Option<&Before>,
    format_only: bool,
) -> (Vec<Finding>, usize) {
    let words = Words::english();
    let (calendar, problems) = match read(bytes) {
        Ok(read) => read,
        Err(fault) => {
            let (finding, _) = core::not_json(&fault, &Document::new(bytes), &words);
            return (vec![finding], 0);
        }
    };
    let mut findings: Vec<Finding> = problems
        .iter()
        .map(|problem| core::finding(problem, &words))
        .collect();
    if !format_only {
        let document = Document::new(bytes);
        let has_id = |entry| document.field(Some(entry), "id").is_some();
        let subjects = subject::subjects(&calendar, &problems, gazetteer, has_id);
        let desk = Desk {
            subjects: &subjects,
            gazetteer,
            before,
        };
        findings.extend(rules::check(&desk));
    }
    (findings, calendar.events.len())
}

/// The findings with their places; a file that is no JSON has its own.
fn place(findings: Vec<Finding>, document: &Document<'_>, bytes: &[u8]) -> Vec<Placed> {
    let mut placed = report::place(findings, document);
    if let ([one], Err(fault)) = (&mut placed[..], read(bytes)) {
        let at = document.byte(fault.line, fault.column);
        let letter = document.text[at..].chars().next();
        one.range = at..at + letter.map_or(0, char::len_utf8);
    }
    placed
}

/// The bytes after mending; shown, and written unless only a look was asked for.
fn mended(
    bytes: Vec<u8>,
    check: impl Fn(&[u8]) -> (Vec<Finding>, usize),
    args: &Args,
) -> Result<Vec<u8>, Failure> {
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => {
            let name = source::name(&args.file);
            return Err(Failure::new(format!("{name} is not in UTF-8"))
                .help("save it as UTF-8, then let it be mended"));
        }
    };
    let before = text.clone();
    let (_, events) = check(text.as_bytes());
    // One change may uncover the next; each round mends at least one finding.
    for _ in 0..8 {
        let document = Document::new(text.as_bytes());
        let (findings, _) = check(text.as_bytes());
        let (next, count) = fix::fixed(&document, &findings);
        if count == 0 || next == text {
            break;
        }
        let worse = |found: &[Finding]| {
            let errors = found.iter().filter(|one| one.severity == Severity::Error);
            errors.count()
        };
        let (found, kept) = check(next.as_bytes());
        if kept != events || worse(&found) > worse(&findings) {
            break;
        }
        text = next;
    }
    let name = source::name(&args.file);
    let from_stdin = args.file == Path::new("-");
    let diff = fix::diff(&before, &text, &name);
    if args.dry_run {
        store::print(diff.as_bytes())?;
    } else if from_stdin {
        eprint!("{diff}");
        store::print(text.as_bytes())?;
    } else if text != before {
        store::write(&args.file, text.as_bytes())?;
        if !args.json && !args.github {
            store::print(diff.as_bytes())?;
        }
    }
    Ok(match args.dry_run {
        true => before.into_bytes(),
        false => text.into_bytes(),
    })
}

/// What to remember of the file as it was.
fn remembered(path: &Path) -> Result<Before, Failure> {
    let bytes = source::bytes(path)?;
    match read(&bytes) {
        Ok((calendar, _)) => Ok(Before::new(&calendar)),
        Err(fault) => Err(Failure::new(format!(
            "{} is no event file: {fault}",
            source::name(path)
        ))),
    }
}

/// Colours where a terminal shows them, unless `NO_COLOR` is set (<https://no-color.org>).
fn renderer() -> Renderer {
    use std::io::IsTerminal as _;
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    match wanted && std::io::stdout().is_terminal() {
        true => Renderer::styled(),
        false => Renderer::plain(),
    }
}

#[cfg(test)]
mod tests;
