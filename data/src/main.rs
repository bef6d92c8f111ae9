//! Makes the data that comes with Marchmap from its sources: `cargo xtask data example|basemap|gazetteer`.

mod basemap;
mod example;
mod gazetteer;
mod project;

use std::process::ExitCode;

const USAGE: &str = "data WHAT

  example    public/events.json, the bundled calendar, from data/example.csv; or into the file named after it
  basemap    the map's land, borders and names in public/basemap/, from npm and PyPI packages
  gazetteer  crates/gazetteer/data, the places the tool knows, from packages
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let made = match words[..] {
        ["example"] => example::write(&project::path(example::TARGET)),
        ["example", file] => example::write(file.as_ref()),
        ["basemap"] => basemap::write_all(),
        ["gazetteer"] => gazetteer::write_all(),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\ndata {} stopped: {error:#}", words.join(" "));
            ExitCode::FAILURE
        }
    }
}
