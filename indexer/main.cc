#include <fmt/format.h>
#include <xapian.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "indexer/check/database_check.h"
#include "indexer/commands/commands.h"
#include "indexer/generations/home_lock.h"
#include "indexer/pipeline/run.h"

namespace {

constexpr const char* kHelp = R"(Reads an archive of Vietnamese party documents into a full-text index.

A SOURCE is a folder of .txt .html .docx .doc .rtf .odt .xlsx .xls .ods .pptx .ppt .odp .pdf .mht .png
.jpg .tif .bmp files, or a .jsonl / .jsonl.gz file of records (id, title, symbol, type, issuer,
level, place, date, term, grade, body; further fields are kept).
Fields in a FILE.meta.json beside a file win over those read from its letterhead.
A file moved without its FILE.meta.json, which may hold its grade, is kept back until that follows or is removed.

Pages that are pictures are read by OCR, once: what was read is kept in the home folder.
Documents handed over to vankien-searchd wait in the home folder: `spool` takes them in as they come,
`update` (also without a SOURCE) and `reindex` take in what waits. They stay through a reindex.
Letters (.eml, Outlook's .msg) and .zip archives are taken apart, three deep: the letter, each
attachment and each member is a document, FILE/MEMBER its path. An attachment is graded no lower
than its letter; a grade in FILE.meta.json holds for all that is in FILE.
A letter is known by its head also where it is called .txt or has no ending, a .zip where it has none.
JSON lines and tables have no mark of their own: called .txt they are text, without an ending nothing.

A .csv is a table, each row a record. Its first row names the columns, by the names above or as
offices write them (Số ký hiệu, Trích yếu, Ngày ban hành, Cơ quan ban hành, Loại văn bản, Nội dung,
Độ mật …); other columns are kept under their own names. Other headings are explained in
FILE.csv.map.json beside it, {"columns": {"Số hiệu gốc": "symbol", "Ghi chú": null}}: null leaves a
column out. Commas, semicolons or tabs; dates as 2022-06-01 or 1/6/2022. A row without an id gets
one made of the file's path and all its cells: a row that changes is a new document.

The index lives in the home folder. It is built aside and swapped in by a rename: vankien-searchd
goes on answering from the old generation and moves over by itself. Killing this program at any
moment leaves the published index whole.)";

constexpr const char* kFooter = R"(
Exit status:
  0  done, everything was read
  1  nothing was published; the last line on stderr says why
  3  done and published, but some files or records failed: see `vankien-indexer failures`
  4  another indexer is at work on the same home folder
  5  `check` found something
  6  stopped by SIGINT or SIGTERM, nothing was published; the same reindex again goes on from there

Examples:
  vankien-indexer reindex /srv/van-kien --home /var/lib/vankien
  vankien-indexer update /srv/van-kien /srv/van-ban-den.jsonl.gz --home /var/lib/vankien
  vankien-indexer update /srv/van-kien --home /var/lib/vankien --dry-run
  vankien-indexer watch /srv/van-kien --home /var/lib/vankien
  vankien-indexer failures --home /var/lib/vankien
  vankien-indexer check --sources --home /var/lib/vankien
  vankien-indexer rollback --home /var/lib/vankien
  vankien-indexer stats --by year,type --csv --home /var/lib/vankien
  vankien-indexer export --grade open --home /var/lib/vankien > archive.jsonl
  vankien-indexer extract "Dự thảo.docx"
  vankien-indexer spool --home /var/lib/vankien)";

}  // namespace

int main(int argc, char** argv) {
  using namespace vankien;
  if (is_check_databases(argc, argv)) return check_databases_main(argc, argv);  // the bounded child
  CLI::App app(kHelp, "vankien-indexer");
  app.footer(kFooter);
  app.require_subcommand(1);
  Chosen chosen;
  add_run_commands(app, chosen);
  add_failures_command(app, chosen);
  add_check_command(app, chosen);
  add_rollback_command(app, chosen);
  add_watch_command(app, chosen);
  add_stats_command(app, chosen);
  add_export_command(app, chosen);
  add_spool_command(app, chosen);
  add_extract_command(app, chosen);
  CLI11_PARSE(app, argc, argv);
  // Xapian commits by itself after so many changes; when is ours to say (indexer/writer/shared_database.h).
  ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 1);
  try {
    return chosen();
  } catch (const HomeLocked& error) {
    fmt::print(stderr, "vankien-indexer: {}\n", error.what());
    return kLocked;
  } catch (const Stopped& error) {
    fmt::print(stderr, "vankien-indexer: {}\n", error.what());
    return kStopped;
  } catch (const Xapian::Error& error) {
    fmt::print(stderr, "vankien-indexer: index: {}\n", error.get_description());
  } catch (const std::exception& error) {
    fmt::print(stderr, "vankien-indexer: {}\n", error.what());
  }
  return kError;
}
