#include "indexer/extract/unpack.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "indexer/extract/child.h"
#include "indexer/extract/child_answer.h"
#include "indexer/extract/child_room.h"
#include "indexer/extract/letter_mark.h"
#include "indexer/extract/member_name.h"
#include "indexer/extract/unpack_frames.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The part of a name that says how to read it, fit for a file of ours; "" if it says nothing.
std::string ending_of(const std::string& name) {
  const std::string small = lower(name);
  for (const char* whole : {".jsonl.gz", ".meta.json"})
    if (small.ends_with(whole)) return whole;
  const std::string ending = fs::path(small).extension().string();
  const bool plain = ending.size() > 1 && ending.size() <= 8 &&
                     std::all_of(ending.begin() + 1, ending.end(),
                                 [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
  return plain ? ending : std::string();
}

bool is_known(const std::string& ending) {
  const fs::path file = "x" + ending;
  return !ending.empty() && (!format_of(file).empty() || is_container(file) || ending.starts_with(".json") ||
                             ending == ".csv" || ending == ".meta.json");
}

std::string first_bytes_of(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return {};  // a pipe would wait for ever
  std::string head(4096, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head;
}

/// Writes what a child says into numbered files.
class Writer {
 public:
  Writer(fs::path folder, UnpackBudget& budget) : folder_(std::move(folder)), budget_(budget) {}

  void take(FrameKind kind, std::string_view payload) {
    switch (kind) {
      case FrameKind::kText:
        unpacked_.text = from_answer(payload);
        return;
      case FrameKind::kMember:
        return begin(parse(payload));
      case FrameKind::kData:
        return write(payload);
      case FrameKind::kMemberEnd:
        return close();
      case FrameKind::kFailure:
        return fail(parse(payload));
      case FrameKind::kNoContainer:
        unpacked_.is_document = true;
        return;
      case FrameKind::kError:
        from_answer(payload);  // throws it
        return;
      case FrameKind::kEnd:
        ended_ = true;
    }
  }

  Unpacked finish() {
    if (!ended_) throw ExtractError("crashed", "the unpacking process left before its end");
    return std::move(unpacked_);
  }

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  static nlohmann::json parse(std::string_view payload) {
    auto json = nlohmann::json::parse(payload, nullptr, false);
    if (!json.is_object()) throw ExtractError("crashed", "the unpacking process gave no sensible answer");
    return json;
  }

  [[noreturn]] static void refuse_disk(const fs::path& file) {
    throw std::system_error(errno, std::generic_category(), "write " + file.string());
  }

  void begin(const nlohmann::json& json) {
    if (open_) throw ExtractError("crashed", "the unpacking process gave no sensible answer");
    if (budget_.members == 0) throw ExtractError("too_large", "more members than one file may have");
    --budget_.members;
    const std::string name = json.value("name", "");
    std::string ending = ending_of(name);
    if (!is_known(ending))
      if (const std::string hint = ending_of("x" + json.value("extension", "")); !hint.empty()) ending = hint;
    const fs::path file = folder_ / fmt::format("{:06}{}", ++number_, ending);
    unpacked_.members.push_back({unique_member_name(safe_member_name(name), names_), file});
    open_.reset(std::fopen(file.c_str(), "wbxe"));
    if (!open_) refuse_disk(file);
  }

  void write(std::string_view block) {
    if (!open_) throw ExtractError("crashed", "the unpacking process gave no sensible answer");
    if (block.size() > budget_.bytes) throw ExtractError("too_large", "unpacks to more than one file may");
    budget_.bytes -= block.size();
    if (std::fwrite(block.data(), 1, block.size(), open_.get()) != block.size())
      refuse_disk(unpacked_.members.back().file);
  }

  void close() {
    if (open_ && std::fclose(open_.release()) != 0) refuse_disk(unpacked_.members.back().file);
  }

  void fail(const nlohmann::json& json) {
    std::string name;
    if (open_) {
      close();
      name = unpacked_.members.back().name;
      fs::remove(unpacked_.members.back().file);
      unpacked_.members.pop_back();
    } else {
      name = unique_member_name(safe_member_name(json.value("name", "")), names_);
    }
    unpacked_.failures.push_back({name, json.value("code", "crashed"), json.value("reason", "")});
  }

  fs::path folder_;
  UnpackBudget& budget_;
  Unpacked unpacked_;
  std::set<std::string> names_;
  std::unique_ptr<std::FILE, Closer> open_;
  int number_ = 0;
  bool ended_ = false;
};

}  // namespace

bool is_saved_web_page(const fs::path& file) {
  const std::string ending = lower(file.extension().string());
  return ending == ".mht" || ending == ".mhtml";
}

bool is_container(const fs::path& file) {
  const std::string ending = lower(file.extension().string());
  return ending == ".zip" || ending == ".eml" || ending == ".msg" || is_saved_web_page(file);
}

bool may_be_container(const fs::path& file) {
  if (is_container(file)) return true;
  const std::string format = format_of(file);
  if (!format.empty() && format != "txt") return false;
  const std::string head = first_bytes_of(file);
  return is_letter_head(head) || (format.empty() && head.starts_with("PK\x03\x04"));
}

Unpacked unpack_in_child(const fs::path& program, const fs::path& file, const ExtractLimits& limits,
                         UnpackBudget& budget, const fs::path& folder) {
  const UnpackBudget whole = budget;
  // Besides the members: their names and the letter's own text.
  const std::uint64_t most = 2 * budget.bytes + 2 * limits.output_bytes + (std::uint64_t{1} << 30);
  return in_child_room(limits, [&](const ExtractLimits& given) {
    budget = whole;  // what a first child brought is written anew
    for (const auto& brought : fs::directory_iterator(folder)) fs::remove(brought);
    Writer writer(folder, budget);
    FrameReader frames(2 * given.output_bytes + (1u << 20),
                       [&](FrameKind kind, std::string_view payload) { writer.take(kind, payload); });
    run_child(program,
              {"unpack-one", fs::absolute(file).string(), std::to_string(whole.members),
               std::to_string(whole.bytes)},
              given, most, [&](std::string_view block) { frames.feed(block); });
    return writer.finish();
  });
}

}  // namespace vankien
