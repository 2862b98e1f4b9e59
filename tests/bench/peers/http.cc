// Asks an HTTP server over so many connections at once, each kept open as long as the server lets it.
//   bench_peer_http PORT CONNECTIONS ROUNDS [KEY] < REQUESTS     a line: class, tab, target, and for a POST tab and JSON
// Prints a line a request: class, microseconds, connection; the last line: seconds of the whole.
#include <httplib.h>

#include <atomic>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/peers/peer.h"

namespace {

using namespace vankien::bench;

struct Request {
  std::string name, target, body;
};

struct Reply {
  std::size_t request = 0;
  double us = 0;
};

std::vector<Request> read_requests() {
  std::vector<Request> requests;
  for (std::string line; std::getline(std::cin, line);) {
    const auto first = line.find('\t');
    const auto second = std::min(line.find('\t', first + 1), line.size());
    if (first == std::string::npos) throw std::runtime_error("no tab in: " + line);
    requests.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                        second < line.size() ? line.substr(second + 1) : ""});
  }
  return requests;
}

void measure(int port, std::size_t connections, std::size_t rounds, const std::string& key) {
  const auto requests = read_requests();
  const std::size_t count = requests.size() * rounds;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> refused = SIZE_MAX;
  std::vector<std::vector<Reply>> replies(connections);
  const auto work = [&](std::size_t connection) {
    httplib::Client client("127.0.0.1", port);
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    client.set_read_timeout(60);
    httplib::Headers headers;
    if (!key.empty()) headers.emplace("Authorization", "Bearer " + key);
    for (std::size_t at = next++; at < count; at = next++) {
      const Request& request = requests[at % requests.size()];
      const double begun = wall_us();
      const auto reply = request.body.empty()
                             ? client.Get(request.target.c_str(), headers)
                             : client.Post(request.target.c_str(), headers, request.body, "application/json");
      if (!reply || reply->status != 200) refused = at % requests.size();
      replies[connection].push_back({at % requests.size(), wall_us() - begun});
    }
  };
  const double begun = wall_us();
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < connections; ++i) threads.emplace_back(work, i);
  }
  const double seconds = (wall_us() - begun) / 1e6;
  if (refused != SIZE_MAX)
    throw std::runtime_error("not answered by 200: " + requests[refused].target + " " +
                             requests[refused].body);
  for (std::size_t i = 0; i < connections; ++i)
    for (const Reply& reply : replies[i])
      std::cout << requests[reply.request].name << '\t' << reply.us << '\t' << i << '\n';
  std::cout << seconds << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 4 || argc == 5)
      return measure(std::stoi(argv[1]), std::stoul(argv[2]), std::stoul(argv[3]), argc == 5 ? argv[4] : ""),
             0;
    std::cerr << "usage: bench_peer_http PORT CONNECTIONS ROUNDS [KEY] < REQUESTS\n";
  } catch (const std::exception& error) {
    std::cerr << "bench_peer_http: " << error.what() << "\n";
  }
  return 1;
}
