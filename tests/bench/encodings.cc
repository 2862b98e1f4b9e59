// Legacy encodings: how many snippets and real files are recognised and decoded right, how many good texts are
// harmed, and how fast good text passes. See tests/bench/encodings for the command.
//
//   bench_encodings --data <folder> [--converted <folder>] [--snippets 2000] [--show]
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "analyzers/legacy/legacy_text.h"
#include "analyzers/legacy/likelihood.h"
#include "indexer/extract/extract.h"
#include "indexer/records/jsonl.h"
#include "tests/support/legacy_writer.h"

namespace {

using namespace vankien;
namespace fs = std::filesystem;

constexpr std::array kWritten = {LegacyEncoding::kTcvn3,       LegacyEncoding::kVni,
                                 LegacyEncoding::kViscii,      LegacyEncoding::kVps,
                                 LegacyEncoding::kWindows1258, LegacyEncoding::kViqr};
constexpr std::array<std::size_t, 4> kLengths = {15, 30, 60, 120};
// Gazette and province papers as they were published; other folders of the data were normalised.
constexpr std::array kFolders = {"vbhc-2025", "congbao"};

const std::map<std::string, std::vector<std::string>> kForeign = {
    {"French",
     {"Le comité a adopté la résolution après un débat où chacun a pu s'exprimer librement.",
      "L'été dernier, la bibliothèque a reçu des élèves français très intéressés par l'histoire.",
      "Où est passée la clé du bâtiment ? À côté de la fenêtre, près du garçon blessé.",
      "Les députés ont été élus à l'unanimité ; le préfet s'est déclaré prêt à coopérer."}},
    {"Spanish",
     {"El señor Muñoz llegó mañana temprano y habló con la niña sobre el año pasado.",
      "Según él, la situación económica del país mejoró más de lo que se había previsto.",
      "¿Qué pasó después? Nadie lo sabrá jamás; así terminó la reunión del comité político.",
      "Sí, mi tía vivió allí, pero tú no estás de acuerdo con la decisión de los jóvenes."}},
    {"German",
     {"Die Bürgermeisterin eröffnete gestern die größte Ausstellung über die Städte am Fluß.",
      "Für die Mitglieder müssen die Beschlüsse schriftlich begründet und veröffentlicht werden.",
      "Schöne Grüße aus München: das Wetter ist kühl, aber die Straßen sind überfüllt.",
      "Außerdem hätte man früher über die höheren Gebühren für Universitäten sprechen können."}},
    {"Portuguese",
     {"A comissão não aprovou as alterações, mas a votação será repetida amanhã às três horas.",
      "O avô da João já não está cá; as crianças são muito educadas e gostam de pão.",
      "É necessário que a população tenha acesso à informação sobre saúde pública e educação.",
      "Até lá, os órgãos de gestão deverão propor soluções para a região e os municípios."}},
    {"English",
     {"The committee shall meet in the main hall; it's a naïve café owner's view, isn't it?",
      "Do not resubmit the form (see page 12). I'm sure that they don't mind, e.g. at 9 a.m.",
      "He paid £5 for the résumé; the façade of the building was 30° warmer than we'd expected.",
      "What did you do? Nothing. No. I had to go to the office and add two more papers."}},
    {"Czech",
     {"Příliš žluťoučký kůň úpěl ďábelské ódy, řekl předseda výboru na zasedání.",
      "Město schválilo nový rozpočet a otevřelo dvě školy pro děti z okolních obcí."}}};

std::string fold(std::string_view utf8) {
  std::string folded;
  for (const char32_t c : decode_utf8(utf8).chars) append_utf8(folded, fold_letter(c));
  return folded;
}

std::string percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? "    –"
                    : fmt::format("{:6.2f}", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::vector<std::string> read_bodies(const fs::path& data) {
  std::vector<std::string> bodies;
  for (const char* folder : kFolders) {
    const fs::path file = data / folder / "docs.jsonl.gz";
    if (!fs::exists(file)) continue;
    read_lines(
        file,
        [&](std::uint64_t, std::vector<std::string>&& lines) {
          for (const std::string& line : lines) {
            const auto record = nlohmann::json::parse(line);
            if (record.contains("body") && record["body"].is_string()) bodies.push_back(record["body"]);
          }
          return true;
        },
        [](std::uint64_t, const std::string&) {});
  }
  return bodies;
}

bool is_vietnamese(char32_t c) { return c < 0x80 || take_apart(c).base != 0 || c == U'đ' || c == U'Đ'; }

/// Whole words of one line, at least two thirds of `length` and at most all of it, with a mark among them; ASCII
/// and Vietnamese letters only, which every encoding has.
std::vector<std::string> draw_snippets(const std::vector<std::string>& bodies, std::size_t length,
                                       std::size_t count) {
  std::mt19937 random(1);
  std::vector<std::string> snippets;
  for (std::size_t tries = 0; snippets.size() < count && tries < 300 * count; ++tries) {
    const std::string& body = bodies[random() % bodies.size()];
    std::size_t begin = random() % (body.size() + 1);
    begin = body.find_first_of(" \n", begin);
    if (begin == std::string::npos) continue;
    begin = body.find_first_not_of(" \n\t", begin);
    if (begin == std::string::npos) continue;
    const std::u32string text = decode_utf8(std::string_view(body).substr(begin, length * 4)).chars;
    std::size_t end = std::min(length, text.size());
    end = std::min(end, text.find_first_of(U"\n\t"));
    while (end > 0 && end < text.size() && text[end] != U' ' && text[end] != U'\n' && text[end] != U'\t')
      --end;
    const std::u32string snippet = text.substr(0, end);
    const bool fit = std::all_of(snippet.begin(), snippet.end(), is_vietnamese);
    const bool marked = std::any_of(snippet.begin(), snippet.end(), [](char32_t c) { return c >= 0x80; });
    if (end * 3 < length * 2 || !fit || !marked) continue;
    snippets.push_back(encode_utf8(snippet));
  }
  return snippets;
}

bool is_right(LegacyEncoding encoding, const std::string& decoded, const std::string& original) {
  const bool lacks_capitals = encoding == LegacyEncoding::kTcvn3 || encoding == LegacyEncoding::kVps;
  return lacks_capitals ? fold(decoded) == fold(original) : decoded == original;
}

/// The way a text file goes.
std::string decode_file(const std::string& bytes) {
  return is_valid_utf8(bytes) ? repair_legacy(bytes).text : decode_legacy_bytes(bytes).text;
}

void measure_snippets(const std::vector<std::string>& bodies, std::size_t count, bool show) {
  fmt::print(
      "Snippets right, % of {} each (bytes of a text file | the same shown as windows-1252 in UTF-8)\n",
      count);
  fmt::print("{:14}", "");
  for (const std::size_t length : kLengths) fmt::print("{:>17}", fmt::format("{} chars", length));
  fmt::print("\n");
  std::vector<std::vector<std::string>> snippets;
  for (const std::size_t length : kLengths) snippets.push_back(draw_snippets(bodies, length, count));
  std::array<std::array<std::size_t, 3>, kLengths.size()> sums{};
  for (const LegacyEncoding encoding : kWritten) {
    const LegacyWriter writer(encoding);
    fmt::print("{:14}", name_of(encoding));
    for (std::size_t l = 0; l < kLengths.size(); ++l) {
      std::size_t as_bytes = 0;
      std::size_t as_shown = 0;
      std::size_t shown_failures = 0;
      for (const std::string& snippet : snippets[l]) {
        const std::string bytes = writer.write(snippet).value();
        const std::string decoded = decode_file(bytes);
        const bool right = is_right(encoding, decoded, snippet);
        as_bytes += right;
        as_shown += is_right(encoding, repair_legacy(shown_as_windows_1252(bytes)).text, snippet);
        if (show && !right && shown_failures++ < 12) fmt::print("\n   {} → {}", snippet, decoded);
      }
      sums[l][0] += as_bytes;
      sums[l][1] += as_shown;
      sums[l][2] += snippets[l].size();
      fmt::print("  {} |{}", percent(as_bytes, snippets[l].size()), percent(as_shown, snippets[l].size()));
    }
    fmt::print("\n");
  }
  fmt::print("{:14}", "all");
  for (const auto& sum : sums) fmt::print("  {} |{}", percent(sum[0], sum[2]), percent(sum[1], sum[2]));
  fmt::print("\n\nFalse alarms on the same snippets in Unicode, %:");
  for (std::size_t l = 0; l < kLengths.size(); ++l) {
    std::size_t harmed = 0;
    for (const std::string& snippet : snippets[l]) {
      const std::string after = repair_legacy(snippet).text;
      if (after != snippet && show) fmt::print("\n   {} → {}", snippet, after);
      harmed += after != snippet;
    }
    fmt::print("  {} ({} chars)", percent(harmed, snippets[l].size()), kLengths[l]);
  }
  fmt::print("\n");
}

void measure_foreign() {
  std::size_t lines = 0;
  std::size_t harmed = 0;
  std::size_t harmed_bytes = 0;
  std::string all;
  for (const auto& [language, sentences] : kForeign) {
    for (const std::string& sentence : sentences) {
      ++lines;
      all += sentence + "\n";
      harmed += repair_legacy(sentence).text != sentence;
      std::string bytes;
      for (const char32_t c : decode_utf8(sentence).chars) bytes += static_cast<char>(c < 0x100 ? c : U'?');
      if (is_valid_utf8(bytes)) continue;
      harmed_bytes += !decode_legacy_bytes(bytes).encodings.empty();
    }
  }
  fmt::print("Foreign sentences harmed: {} of {} alone, {} of {} as Latin-1 bytes; all as one text: {}\n",
             harmed, lines, harmed_bytes, lines, repair_legacy(all).text == all ? "unharmed" : "HARMED");
}

void measure_good_text(const std::vector<std::string>& bodies, bool show) {
  std::size_t bytes = 0;
  std::size_t harmed = 0;
  for (const std::string& body : bodies) bytes += body.size();
  const std::clock_t begin = std::clock();
  std::vector<LegacyText> repaired;
  for (const std::string& body : bodies) repaired.push_back(repair_legacy(body));
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::map<std::string, std::size_t> encodings;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (repaired[i].text == bodies[i]) continue;
    ++harmed;
    for (const LegacyEncoding encoding : repaired[i].encodings) ++encodings[std::string(name_of(encoding))];
    if (!show) continue;
    std::size_t at = 0;
    while (repaired[i].text[at] == bodies[i][at]) ++at;
    const std::size_t from = bodies[i].rfind('\n', at) + 1;
    fmt::print("   {}\n → {}\n", bodies[i].substr(from, bodies[i].find('\n', at) - from),
               repaired[i].text.substr(from, repaired[i].text.find('\n', at) - from));
  }
  fmt::print("Whole documents changed: {} of {}", harmed, bodies.size());
  for (const auto& [name, count] : encodings) fmt::print(", {} {}", name, count);
  fmt::print("\nrepair_legacy on them: {:.1f} MB in {:.3f} s of processor time, {:.0f} MB/s\n",
             static_cast<double>(bytes) / 1e6, seconds, static_cast<double>(bytes) / 1e6 / seconds);
}

std::vector<std::string> words_of(std::string_view utf8) {
  std::vector<std::string> words;
  std::u32string word;
  for (const char32_t c : decode_utf8(utf8).chars) {
    if (is_letter(c)) {
      word += fold_letter(c);
    } else if (!word.empty()) {
      words.push_back(encode_utf8(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(encode_utf8(word));
  return words;
}

/// Share of words that are syllables; abbreviations count as in the text, unless they have no vowel at all.
std::string valid_share(std::string_view utf8) {
  std::size_t words = 0;
  std::size_t valid = 0;
  for (const std::string& word : words_of(utf8)) {
    const std::u32string letters = decode_utf8(word).chars;
    if (letters.size() < 2 ||
        std::none_of(letters.begin(), letters.end(), [](char32_t c) { return take_apart(c).base != 0; }))
      continue;
    ++words;
    valid += judge_word(letters).valid;
  }
  return percent(valid, words);
}

/// Share of the transcript's words found in the text, each as often as it stands there.
std::string agreement(std::string_view text, std::string_view transcript) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& word : words_of(text)) ++counts[word];
  std::size_t wanted = 0;
  std::size_t found = 0;
  for (const std::string& word : words_of(transcript)) {
    ++wanted;
    auto& left = counts[word];
    found += left > 0;
    left -= left > 0;
  }
  return percent(found, wanted);
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string joined(const std::vector<std::string>& pages) {
  std::string text;
  for (const std::string& page : pages) text += page;
  return text;
}

void measure_files(const fs::path& originals, const fs::path& converted) {
  fmt::print("\n{:52}{:>8}{:>8}{:>11}\n", "Real files (.doc .rtf .xls .ppt through LibreOffice)", "valid %",
             "before", "transcript");
  std::ifstream manifest(originals / "manifest.tsv");
  std::string line;
  std::getline(manifest, line);
  while (std::getline(manifest, line)) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      cells.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    if (cells.size() < 13 || cells[12].empty()) continue;
    fs::path file = originals / cells[0];
    for (const char* ending : {".txt", ".pdf"}) {
      const fs::path other = converted / (file.stem().string() + ending);
      if (format_of(file).empty() && fs::exists(other)) file = other;
    }
    try {
      const ExtractedText extracted = extract_file(file, {});
      const std::string text = joined(extracted.pages);
      std::string warnings;
      for (const Warning& warning : extracted.warnings) warnings += " " + warning.text;
      const std::string before = format_of(file) == "txt" ? valid_share(read_file(file)) : "";
      fmt::print("{:52}{:>8}{:>8}{:>11} {}\n", cells[0].substr(0, 50), valid_share(text), before,
                 agreement(text, read_file(originals / cells[12])), warnings);
    } catch (const ExtractError& error) {
      fmt::print("{:52}left out: {}: {}\n", cells[0].substr(0, 50), error.code(), error.what());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  fs::path data;
  fs::path converted;
  std::size_t count = 2000;
  bool show = false;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--show") show = true;
    if (i + 1 >= argc) continue;
    if (option == "--data") data = argv[i + 1];
    if (option == "--converted") converted = argv[i + 1];
    if (option == "--snippets") count = std::stoul(argv[i + 1]);
  }
  const std::vector<std::string> bodies = read_bodies(data);
  if (bodies.empty()) {
    fmt::print(
        stderr,
        "no documents in {}: --data names a folder with vbhc-2025/docs.jsonl.gz or congbao/docs.jsonl.gz\n",
        data.string());
    return 2;
  }
  measure_snippets(bodies, count, show);
  measure_good_text(bodies, show);
  measure_foreign();
  if (fs::exists(data / "originals" / "manifest.tsv")) measure_files(data / "originals", converted);
  return 0;
}
