//! `marchmap check`: everything that is wrong with an event file, or looks so to an editor.

mod document;
mod finding;
mod fix;
mod problem;
mod report;
mod rules;
mod scan;
mod subject;

use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use event_file::read;
use gazetteer::Gazetteer;
use texts::Words;
use tz_database::TzDatabase;

use crate::failure::{Ended, Failure, Outcome};
use crate::places::{self, PlacesArgs};
use crate::store::Output;
use crate::{source, store, wording};
use document::Document;
use finding::{Finding, Severity};
use rules::{Before, Desk};

/// The options of `check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  marchmap check public/events.json
  marchmap check --fix public/events.json
  git show HEAD:public/events.json > before.json; marchmap check --before before.json public/events.json")]
pub struct Args {
    /// The event file; `-` is standard input
    pub file: PathBuf,
    /// Fix what is safe to fix, and show what was changed
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
/// A file cannot be read, or the fixed one not be written.
pub fn run(args: &Args) -> Ended {
    let gazetteer = places::open(&args.places)?;
    let before = args.before.as_deref().map(remembered).transpose()?;
    let check = |bytes: &[u8]| checked(bytes, &gazetteer, before.as_ref(), args.format_only);
    let bytes = match args.fix {
        true => fixed(check, args)?,
        false => source::bytes(&args.file)?,
    };
    let document = Document::new(&bytes);
    let (findings, events) = check(&bytes);
    let placed = report::place(findings, &document);
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
    // The fixed file itself goes to standard output when it came from standard input.
    if args.fix && args.file == Path::new("-") && !args.dry_run {
        store::note(&said);
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
    let document = Document::new(bytes);
    let (calendar, problems) = match read(bytes, &TzDatabase) {
        Ok(read) => read,
        Err(fault) => return (vec![problem::not_an_event_file(&fault, &document)], 0),
    };
    let mut findings: Vec<Finding> = problems
        .iter()
        .flat_map(|problem| problem::findings(problem, &document, &words))
        .collect();
    if !format_only {
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

/// The bytes after fixing; the changes are shown, and written unless only a look was asked for.
fn fixed(check: impl Fn(&[u8]) -> (Vec<Finding>, usize), args: &Args) -> Result<Vec<u8>, Failure> {
    let name = source::name(&args.file);
    let from_stdin = args.file == Path::new("-");
    let mut output = match from_stdin || args.dry_run {
        true => None,
        false => Some(Output::open(&args.file)?),
    };
    let _lock = output
        .as_ref()
        .map(|file| store::lock(&[file]))
        .transpose()?;
    if output.as_ref().is_some_and(|output| !output.is_file()) {
        return Err(
            Failure::new(format!("{name} is no file that can be changed"))
                .help("give it as `-`: the fixed file then goes to standard output"),
        );
    }
    let bytes = match output.as_mut().map(Output::read).transpose()?.flatten() {
        Some(bytes) => bytes,
        None => source::bytes(&args.file)?,
    };
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => {
            return Err(Failure::new(format!("{name} is not in UTF-8"))
                .help("save it as UTF-8, then run this command again"));
        }
    };
    let before = text.clone();
    let (_, events) = check(text.as_bytes());
    // One change may uncover the next; each round fixes at least one finding.
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
    let diff = fix::diff(&before, &text, &name);
    if args.dry_run {
        store::show(&diff)?;
    } else if from_stdin {
        store::note(&diff);
        store::print(text.as_bytes())?;
    } else if let Some(output) = output.filter(|_| text != before) {
        output.stage(text.as_bytes())?.commit()?;
        if !args.json && !args.github {
            store::show(&diff)?;
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
    let (calendar, _) = wording::event_file(bytes, &source::name(path))?;
    Ok(Before::new(&calendar))
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
