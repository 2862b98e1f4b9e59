// Classes of work whose instructions are counted, each apart, in one process and in this order. Run by tests/bench/instructions
// under callgrind; alone it does the work and counts nothing. Documents and queries are made here from a fixed seed, so that no change
// of a corpus moves a figure. Every class is done once uncounted first: what is made on first use belongs to none.
#include <fmt/format.h>
#include <valgrind/callgrind.h>

#include <chrono>
#include <functional>
#include <random>

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "searchd/api/endpoints.h"
#include "searchd/http/query_string.h"
#include "searchd/search/archive/snapshot.h"
#include "tests/support/test_archive.h"

namespace {

using namespace vankien;
using Queries = std::vector<std::string>;

constexpr std::size_t kDocuments = 300;
constexpr std::size_t kQueries = 10;

/// Text in the words of offices, frequent ones first, with a tail of rare syllables.
class Writer {
 public:
  /// 0 … most-1, the lower ones more often.
  std::size_t pick(std::size_t most) {
    const auto one = [&] { return std::size_t{random_()} % most; };
    return std::min(one(), std::min(one(), one()));
  }

  std::string words(std::size_t count) {
    static const std::vector<std::string> kWords = {
        "thực hiện",     "công tác",       "tổ chức",     "và",         "của",           "các",
        "cán bộ",        "đảng viên",      "chi bộ",      "nghị quyết", "nhiệm vụ",      "trong",
        "xây dựng",      "lãnh đạo",       "theo",        "quy định",   "kiểm tra",      "giám sát",
        "nhân dân",      "phát triển",     "kinh tế",     "xã hội",     "cơ quan",       "đơn vị",
        "tỉnh ủy",       "ban thường vụ",  "hướng dẫn",   "kế hoạch",   "báo cáo",       "chương trình",
        "nông thôn mới", "bảo vệ",         "rừng",        "biển",       "môi trường",    "giáo dục",
        "đào tạo",       "y tế",           "hòa bình",    "quản lý",    "đất đai",       "ngân sách",
        "khiếu nại",     "tố cáo",         "phòng chống", "tham nhũng", "thanh niên",    "phụ nữ",
        "công đoàn",     "nguồn nhân lực", "khoa học",    "công nghệ",  "chuyển đổi số", "quốc phòng",
        "an ninh",       "di tích",        "lịch sử",     "du lịch",    "nghỉ dưỡng"};
    static const std::vector<std::string> kBegins = {"b",  "ch", "d",  "đ", "gi", "h",  "kh", "l", "m", "ng",
                                                     "nh", "ph", "qu", "s", "t",  "th", "tr", "v", "x"};
    static const std::vector<std::string> kEnds = {"an",  "ấp",  "ịch", "ương", "uyến", "oàn", "ẽ",
                                                   "ỏi",  "ưa",  "ồng", "ích",  "âu",   "ằng", "oạt",
                                                   "iểm", "ước", "ẫn",  "ôi",   "uỷ",   "ành"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += random_() % 8 == 0 ? kBegins[random_() % kBegins.size()] + kEnds[random_() % kEnds.size()]
                                 : kWords[pick(kWords.size())];
    }
    return text;
  }

  std::string body() {
    std::string text = "Căn cứ Điều lệ Đảng;\n";
    for (std::size_t left = 8 + pick(30); left > 0; --left)
      text += fmt::format("{}. Về {}, ngày {:02}/{:02}/{}, {}.\n", left, words(4 + random_() % 20),
                          1 + random_() % 28, 1 + random_() % 12, 1996 + random_() % 30,
                          words(3 + random_() % 9));
    return text;
  }

 private:
  std::mt19937 random_{1};  // its numbers are the standard's; a distribution's are the library's
};

std::vector<Record> make_records() {
  Writer writer;
  const std::vector<std::string> types = {"Công văn",   "Thông báo", "Quyết định",
                                          "Nghị quyết", "Báo cáo",   "Kế hoạch"};
  const std::vector<std::string> marks = {"CV", "TB", "QĐ", "NQ", "BC", "KH"};
  std::vector<Record> records;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    const std::size_t type = writer.pick(types.size());
    Record record = test::make_record(
        fmt::format("d{}", i), fmt::format("{:02}-{}/TU", 1 + writer.pick(90), marks[type]), writer.words(9),
        writer.body(),
        fmt::format("{}-{:02}-{:02}", 1996 + writer.pick(30), 1 + writer.pick(12), 1 + writer.pick(28)));
    record.type = types[type];
    record.issuer = fmt::format("Đảng ủy {}", writer.pick(40));
    record.level = writer.pick(2) == 0 ? "tỉnh" : "huyện";
    record.term = fmt::format("khóa {}", writer.pick(9));
    records.push_back(std::move(record));
  }
  return records;
}

/// What stands for `make` of some documents' titles.
Queries from_titles(const std::vector<Record>& records,
                    const std::function<std::string(const std::vector<std::string>&)>& make) {
  Queries queries;
  for (std::size_t i = 0; i < kQueries; ++i) {
    std::vector<std::string> words;
    for (const Token& token : analyze_words(records[i * kDocuments / kQueries].title))
      words.push_back(token.text);
    queries.push_back(make(words));
  }
  return queries;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count,
                   std::string_view between = " ") {
  return fmt::format(
      "{}",
      fmt::join(words.begin() + static_cast<std::ptrdiff_t>(from),
                words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), from + count)), between));
}

std::string bare(const std::string& text) {
  std::string out;
  for (const Token& token : analyze_words(text)) out += (out.empty() ? "" : " ") + bare_form(token.text);
  return out;
}

class Counting {
 public:
  void count(const std::string& name, const std::function<void()>& work) {
    work();
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    work();
    CALLGRIND_STOP_INSTRUMENTATION;
    CALLGRIND_DUMP_STATS_AT(name.c_str());
  }
};

void count_all(const std::filesystem::path& folder) {
  Counting counting;
  const std::vector<Record> records = make_records();

  counting.count("chain", [&] {
    std::size_t tokens = 0;
    for (const Record& record : records)
      analyze(record.pages[0], [&](const TokenView& token) { tokens += token.text.size(); });
    if (tokens == 0) throw std::logic_error("the chain made no tokens");
  });
  std::size_t shards = 0;
  counting.count("index", [&] {
    ShardWriter writer(folder / "shards" / std::to_string(shards++));
    for (const Record& record : records) writer.add(record);
    writer.finish();
  });
  std::size_t merged = 0;
  counting.count("merge", [&] {
    const auto generation = folder / fmt::format("merged-{}", merged++);
    std::filesystem::create_directories(generation);
    merge_shards(folder / "shards", generation);
  });
  std::filesystem::create_directories(folder / "home");
  test::publish(folder / "home", records);
  const auto generation = test::current_generation(folder / "home");
  counting.count("open", [&] { Snapshot(generation).view(Grade::kOpen); });

  Archive archive(folder / "home", std::chrono::hours(1));  // its look-out must not be counted
  const api::Service service{[&] { return api::open_index(archive); }};
  const auto ask = [&](api::Reply (*endpoint)(const api::Request&, const api::Service&),
                       std::vector<std::string> segments, const Queries& queries,
                       const std::vector<api::Parameter>& more) {
    for (const std::string& query : queries) {
      api::Request request{
          .method = "GET", .segments = segments, .query = more, .content_type = {}, .body = {}, .caller = {}};
      request.query.push_back({"q", query});
      if (endpoint(request, service).status != 200) throw std::runtime_error("refused: " + query);
    }
  };
  const auto search = [&](const std::string& name, const Queries& queries,
                          const std::vector<api::Parameter>& more = {}) {
    counting.count(name, [&] { ask(api::search, {"indexes", "vanban", "search"}, queries, more); });
  };
  const std::vector<api::Parameter> ids = {{"attributesToRetrieve", "id"}};
  const Queries natural = from_titles(records, [](const auto& words) { return joined(words, 0, 5); });
  search("natural", natural, ids);
  search("bare", from_titles(records, [](const auto& words) { return bare(joined(words, 0, 5)); }), ids);
  Queries symbols;
  for (std::size_t i = 0; i < kQueries; ++i) symbols.push_back(records[i * 7].symbol);
  search("symbol", symbols, ids);
  search("phrase", from_titles(records, [](const auto& words) { return "\"" + joined(words, 1, 3) + "\""; }),
         ids);
  search("or", from_titles(records, [](const auto& words) { return joined(words, 0, 5, " OR "); }), ids);
  search("facets", natural, {ids[0], {"facets", "type,issuer,year,term,level"}});
  search("page", natural, {ids[0], {"offset", "100"}});
  search("snippets", natural, {{"attributesToCrop", "body"}, {"attributesToHighlight", "title,body"}});
  const auto suggest = [&](const std::string& name, const Queries& queries) {
    counting.count(name, [&] { ask(api::suggest, {"api", "suggest"}, queries, {}); });
  };
  suggest("suggest-letter", {"c", "n", "t", "đ", "b"});
  suggest("suggest-words",
          from_titles(records, [](const auto& words) { return bare(joined(words, 0, 2)) + " t"; }));
}

}  // namespace

int main() {
  const test::TemporaryFolder folder;
  count_all(folder.path());
  return 0;
}
