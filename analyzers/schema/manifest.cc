#include "analyzers/schema/manifest.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "analyzers/schema/schema.h"

namespace vankien {

using nlohmann::ordered_json;

std::string generation_name(std::uint64_t number) { return fmt::format("gen-{:06}", number); }

std::optional<std::uint64_t> parse_generation_name(const std::string& name) {
  if (!name.starts_with("gen-") || name.size() < 10 || name.size() > 20) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : name.substr(4)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

std::optional<std::uint64_t> read_current(const std::filesystem::path& home) {
  std::ifstream file(home / kCurrentFile);
  if (!file) return std::nullopt;
  std::string name;
  std::getline(file, name);
  const auto number = parse_generation_name(name);
  if (!number)
    throw std::runtime_error(
        fmt::format("{}: names no generation: \"{}\"", (home / kCurrentFile).string(), name));
  return number;
}

std::uint64_t Manifest::documents() const {
  std::uint64_t sum = 0;
  for (const auto& grade : grades) sum += grade.documents;
  return sum;
}

std::uint64_t Manifest::File::appended_bytes() const {
  std::uint64_t sum = 0;
  for (const auto& part : appended) sum += part.bytes;
  return sum;
}

bool may_grow(const std::filesystem::path& path) { return path.extension() == ".glass"; }

namespace {

ordered_json encode_file(const Manifest::File& file) {
  ordered_json json = {{"bytes", file.bytes}, {"blake2b", file.blake2b}};
  for (const auto& part : file.appended)
    json["appended"].push_back({{"bytes", part.bytes}, {"xxh3", part.xxh3}});
  return json;
}

Manifest::File decode_file(const ordered_json& json) {
  Manifest::File file{json.at("bytes").get<std::uint64_t>(), json.at("blake2b").get<std::string>(), {}};
  for (const auto& part : json.value("appended", ordered_json::array()))
    file.appended.push_back({part.at("bytes").get<std::uint64_t>(), part.at("xxh3").get<std::string>()});
  if (file.appended_bytes() > file.bytes)
    throw std::runtime_error("more was appended to a file than it is long");
  return file;
}

}  // namespace

std::string encode_manifest(const Manifest& manifest) {
  ordered_json json;
  json["format"] = manifest.format;
  json["chain"] = manifest.chain;
  for (std::size_t i = 0; i < kGradeCount; ++i) {
    const auto& grade = manifest.grades[i];
    json["grades"][std::string(kGradeNames[i])] = {{"documents", grade.documents},
                                                   {"bytes", grade.bytes},
                                                   {"updated", grade.updated},
                                                   {"fields", grade.fields}};
    if (grade.since == 0) continue;
    auto& entry = json["grades"][std::string(kGradeNames[i])];
    entry["since"] = grade.since;
    entry["changed"] = grade.changed;
  }
  json["sources"] = manifest.sources;
  json["files"] = ordered_json::object();
  for (const auto& [path, file] : manifest.files) json["files"][path] = encode_file(file);
  return json.dump(2) + "\n";
}

Manifest read_manifest(const std::filesystem::path& generation) {
  const auto path = generation / kManifestFile;
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  try {
    const auto json = ordered_json::parse(file);
    Manifest manifest;
    manifest.format = json.at("format").get<int>();
    manifest.chain = json.at("chain").get<int>();
    if (manifest.format != kIndexFormat)
      throw std::runtime_error(fmt::format("index format {}, this program reads format {}: reindex",
                                           manifest.format, kIndexFormat));
    for (std::size_t i = 0; i < kGradeCount; ++i) {
      const auto& grade = json.at("grades").at(std::string(kGradeNames[i]));
      manifest.grades[i].documents = grade.at("documents").get<std::uint64_t>();
      manifest.grades[i].bytes = grade.at("bytes").get<std::uint64_t>();
      manifest.grades[i].updated = grade.at("updated").get<std::string>();
      manifest.grades[i].fields = grade.at("fields").get<std::map<std::string, std::uint64_t>>();
      manifest.grades[i].since = grade.value("since", std::uint64_t{0});
      manifest.grades[i].changed = grade.value("changed", std::vector<std::uint32_t>());
    }
    manifest.sources = json.at("sources").get<std::map<std::string, std::string>>();
    for (const auto& [name, entry] : json.at("files").items()) manifest.files[name] = decode_file(entry);
    return manifest;
  } catch (const std::exception& error) {
    throw std::runtime_error(path.string() + ": " + error.what());
  }
}

}  // namespace vankien
