//! `marchmap`: see `marchmap help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    marchmap_cli::command::main()
}
