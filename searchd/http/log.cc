#include "searchd/http/log.h"

#include <cxxabi.h>
#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <memory>
#include <typeinfo>

namespace vankien::http {
namespace {

/// The message as a JSON string; spdlog's patterns do not escape.
class JsonMessage final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override {
    const auto append = [&](std::string_view text) { out.append(text.data(), text.data() + text.size()); };
    append("\"");
    for (const char c : message.payload) {
      if (c == '"' || c == '\\') append("\\");
      if (static_cast<unsigned char>(c) < 0x20)
        append(fmt::format("\\u{:04x}", static_cast<unsigned char>(c)));
      else
        append({&c, 1});
    }
    append("\"");
  }
  std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<JsonMessage>(); }
};

std::string type_name(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> name(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
  return status == 0 ? name.get() : type.name();
}

}  // namespace

void start_log(const std::string& level, LogFormat format) {
  const auto logger = spdlog::stderr_color_mt("vankien-searchd");
  if (format == LogFormat::kJson) {
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<JsonMessage>('*').set_pattern(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%*})");
    logger->set_formatter(std::move(formatter));
  } else {
    logger->set_pattern("%Y-%m-%d %H:%M:%S.%e %^%l%$ %v");
  }
  logger->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(logger);
}

void log_request(std::string_view route, int status, std::chrono::milliseconds taken,
                 std::string_view caller) {
  spdlog::info("{} {} {} ms caller={}", route, status, taken.count(), caller.empty() ? "-" : caller);
}

void log_exception(const std::string& id, const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    spdlog::error("request {} failed: {}: {}", id, type_name(typeid(exception)), exception.what());
  } catch (...) {
    spdlog::error("request {} failed: something that is no std::exception", id);
  }
}

}  // namespace vankien::http
