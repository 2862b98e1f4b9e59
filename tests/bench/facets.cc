// Counting facets of about 100,000 matches among 200,000 documents: CPU time of one thread, median of rounds. The archive is
// made up from a fixed seed, with as many types, issuers, years, terms and fields as a province's archive has.
#include "searchd/search/count/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <random>
#include <vector>

#include "searchd/search/archive/snapshot.h"
#include "tests/support/test_archive.h"

namespace {

using namespace vankien;

constexpr int kRounds = 41;

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::vector<Record> make_records(std::size_t count) {
  std::mt19937 random(1);
  // The lower numbers come more often, as some issuers write most of the papers.
  const auto pick = [&](std::size_t most) {
    return std::min(random() % most, std::min(random() % most, random() % most));
  };
  const std::array<const char*, 5> levels = {"trung ương", "tỉnh", "huyện", "xã", "chi bộ"};
  std::vector<Record> records;
  for (std::size_t i = 0; i < count; ++i) {
    Record record = test::make_record(fmt::format("d{}", i), "", "Về công tác", i % 2 == 0 ? "rừng" : "biển");
    record.date = fmt::format("{}-{:02}-{:02}", 1996 + random() % 30, 1 + random() % 12, 1 + random() % 28);
    record.type = fmt::format("Loại {}", pick(30));
    const std::size_t issuer = pick(900);
    record.issuer = fmt::format("Đảng ủy số {}", issuer);
    record.level = levels[issuer % 5];
    record.term = fmt::format("khóa {}", pick(9));
    record.signer = fmt::format("Người {}", pick(4000));
    for (std::size_t k = pick(3); k > 0; --k) record.fields.push_back(fmt::format("Lĩnh vực {}", pick(10)));
    records.push_back(std::move(record));
  }
  return records;
}

template <typename Function>
double median_ms(Function function) {
  std::vector<double> times;
  for (int i = 0; i < kRounds; ++i) {
    const double begin = cpu_ms();
    function();
    times.push_back(cpu_ms() - begin);
  }
  std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
  return times[kRounds / 2];
}

}  // namespace

int main() {
  const test::TemporaryFolder home;
  test::publish(home.path(), make_records(200'000));
  const Snapshot snapshot(test::current_generation(home.path()));
  const auto view = snapshot.view(Grade::kOpen);
  const Query query("rừng");
  Evaluation evaluation(*view);
  const Matches matches = match_documents(*view, evaluation, query, Filter{});
  const auto tell = [](const char* what, double ms) { fmt::print("{:52} {:7.2f} ms\n", what, ms); };
  fmt::print("{} matches\n", matches.total());
  const std::vector<Attribute> five = {Attribute::kType, Attribute::kIssuer, Attribute::kYear,
                                       Attribute::kTerm, Attribute::kFields};
  const auto count = [&](const Matches& counted, const std::vector<Attribute>& attributes) {
    OrdinalCounts counts(*view, counted);
    count_facets(*view, counts, attributes);
  };
  tell("five facets", median_ms([&] { count(matches, five); }));
  tell("signer (4,000 values)", median_ms([&] { count(matches, {Attribute::kSigner}); }));
  tell("year, month, both trees, level", median_ms([&] {
         count(matches, {Attribute::kYear, Attribute::kMonth, Attribute::kDateLvl1, Attribute::kIssuerLvl0,
                         Attribute::kIssuerLvl1, Attribute::kLevel});
       }));
  tell("matching, no filter", median_ms([&] { match_documents(*view, evaluation, query, Filter{}); }));
  const Filter filter = parse_filter("type = 'Loại 1' AND year >= 2000 AND level = tỉnh");
  tell("matching, three conditions", median_ms([&] { match_documents(*view, evaluation, query, filter); }));
  const std::vector<Attribute> three = {Attribute::kType, Attribute::kYear, Attribute::kLevel};
  tell("the same, then counting these three, disjunctive", median_ms([&] {
         count(match_documents(*view, evaluation, query, SplitFilter(filter, three)), three);
       }));
  tell("the same by four searches", median_ms([&] {
         count(match_documents(*view, evaluation, query, filter), {});
         for (std::size_t i = 0; i < three.size(); ++i) {
           Filter rest = filter;
           rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(i));
           count(match_documents(*view, evaluation, query, rest), {three[i]});
         }
       }));
  return 0;
}
