#include "compile_workers.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <deque>
#include <memory>
#include <string_view>
#include <unordered_map>

#include "build_session.h"
#include "clj/base/file.h"
#include "clj/core/error.h"
#include "clj/io/writer.h"
#include "require_graph.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

// A fork and the units it loads cost some milliseconds: what fewer sources take.
constexpr size_t kLeastSources = 12;

// Replies of a worker, a line each: the first, with a name, any number of times, then one of the others.
constexpr char kCompiled = 'c', kDone = 'd', kLeft = 'l', kFailed = 'f';

// Where a process's standard output or standard error goes, for as long as it compiles one unit.
class Capture {
 public:
  explicit Capture(int stream) : stream_(stream), file_(memfd_create("output", MFD_CLOEXEC)) {}
  ~Capture() {
    if (file_ >= 0) close(file_);
  }
  Capture(const Capture&) = delete;
  bool ready() const { return file_ >= 0; }
  // In the worker.
  bool begin() { return dup2(file_, stream_) >= 0; }
  void clear() {
    // It begins at 0 again for both processes, which share the file's offset.
    if (ftruncate(file_, 0) != 0 || lseek(file_, 0, SEEK_SET) != 0) _exit(1);
  }
  // In the parent.
  void print() const {
    std::string text;
    if (lseek(file_, 0, SEEK_SET) != 0 || !read_all(file_, text)) return;
    // A standard output that cannot be written is noticed where the build ends.
    if (!text.empty()) (void)write_all(stream_, text);
  }

 private:
  int stream_, file_;
};

struct Worker {
  pid_t process = 0;
  int orders = -1, replies = -1;  // pipes
  std::string ns;                 // what it compiles, or ""
  std::string reply;              // as far as it has come
  Capture out{STDOUT_FILENO}, err{STDERR_FILENO};
};

void flush_output() {
  io::flush_standard();
  std::fflush(stdout);
  std::fflush(stderr);
}

// A worker's life: the name of a namespace a line, until there are no more.
[[noreturn]] void work(const incremental::Store& store, int orders, int replies, Capture& out, Capture& err) {
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || !out.begin() || !err.begin()) _exit(1);
  BuildSession session(store, true, [&](const std::string& ns) {
    if (!write_all(replies, kCompiled + ns + "\n")) _exit(1);
  });
  session.leave_warnings_to_the_build();
  FILE* lines = fdopen(orders, "r");
  char* line = nullptr;
  size_t size = 0;
  ssize_t length = 0;
  while (lines != nullptr && (length = getline(&line, &size, lines)) > 1) {
    out.clear();
    err.clear();
    char reply = kFailed;
    try {
      CompiledUnit* unit = session.lib(path_of_namespace(std::string(line, static_cast<size_t>(length) - 1)));
      if (unit != nullptr) reply = session.has_effects(*unit) ? kLeft : kDone;
    } catch (const ClojureThrow&) {
      // The build will throw it again.
    }
    flush_output();
    if (!write_all(replies, std::string{reply, '\n'})) break;
  }
  _exit(0);  // what the parent has buffered is the parent's
}

class Workers {
 public:
  Workers(const incremental::Store& store, const SharedWork& shared) : store_(store), shared_(shared) {
    graph_ = require_graph(shared.namespaces, RequireForms::kNamespace);
    for (const auto& [ns, node] : graph_.nodes) {
      if (node.file.empty() || shared.is_up_to_date(path_of_namespace(ns))) continue;
      waits_for_[ns] = 0;
    }
    for (auto& [ns, count] : waits_for_) {
      for (const std::string& required : graph_.nodes[ns].requires_) {
        if (!waits_for_.contains(required)) continue;
        ++count;
        required_by_[required].push_back(ns);
      }
      if (count == 0) ready_.push_back(ns);
    }
  }

  void run() {
    if (waits_for_.size() < kLeastSources) return;
    size_t wanted = std::min(shared_.workers, waits_for_.size() / kLeastSources + 1);
    auto before = signal(SIGPIPE, SIG_IGN);
    while (workers_.size() < wanted && start()) {
    }
    while (give_orders()) take_replies();
    for (auto& worker : workers_) stop(*worker);
    signal(SIGPIPE, before);
  }

 private:
  bool start() {
    auto worker = std::make_unique<Worker>();
    int orders[2], replies[2];
    if (!worker->out.ready() || !worker->err.ready() || pipe2(orders, O_CLOEXEC) != 0) return false;
    if (pipe2(replies, O_CLOEXEC) != 0) {
      close(orders[0]);
      close(orders[1]);
      return false;
    }
    flush_output();
    worker->process = io::fork_flushed();
    if (worker->process == 0) {
      close(orders[1]);
      close(replies[0]);
      // Those of the others: they end when the parent closes them.
      for (auto& other : workers_) close(other->orders);
      work(store_, orders[0], replies[1], worker->out, worker->err);
    }
    close(orders[0]);
    close(replies[1]);
    worker->orders = orders[1];
    worker->replies = replies[0];
    if (worker->process < 0) {
      close(worker->orders);
      close(worker->replies);
      return false;
    }
    workers_.push_back(std::move(worker));
    return true;
  }

  // Is anything being compiled?
  bool give_orders() {
    bool busy = false;
    for (auto& worker : workers_) {
      if (worker->ns.empty() && worker->orders >= 0 && !ready_.empty()) {
        worker->ns = ready_.front();
        ready_.pop_front();
        if (!write_all(worker->orders, worker->ns + "\n")) end(*worker);
      }
      busy = busy || !worker->ns.empty();
    }
    return busy;
  }

  void take_replies() {
    std::vector<pollfd> polled;
    for (auto& worker : workers_) polled.push_back({worker->ns.empty() ? -1 : worker->replies, POLLIN, 0});
    if (poll(polled.data(), polled.size(), -1) < 0) return;
    for (size_t i = 0; i < polled.size(); ++i) {
      if (polled[i].revents != 0) take_reply(*workers_[i]);
    }
  }

  void take_reply(Worker& worker) {
    char bytes[4096];
    ssize_t length = read(worker.replies, bytes, sizeof bytes);
    if (length < 0 && errno == EINTR) return;
    if (length <= 0) return end(worker);
    worker.reply.append(bytes, static_cast<size_t>(length));
    std::string_view reply = worker.reply;
    size_t last = reply.rfind('\n', reply.size() - 2);
    last = last == std::string_view::npos ? 0 : last + 1;
    if (reply.back() != '\n' || reply[last] == kCompiled) return;  // the answer is to come
    if (reply[last] == kDone) {
      for (size_t at = 0; at < last; at = reply.find('\n', at) + 1) {
        shared_.progress(std::string(reply.substr(at + 1, reply.find('\n', at) - at - 1)));
      }
      flush_output();
      worker.out.print();
      worker.err.print();
      for (const std::string& ns : required_by_[worker.ns]) {
        if (--waits_for_[ns] == 0) ready_.push_back(ns);
      }
    }
    if (reply[last] == kFailed) ready_.clear();  // the build is to say so soon
    worker.ns.clear();
    worker.reply.clear();
  }

  // It takes no more orders: its process has ended, or does.
  static void end(Worker& worker) {
    worker.ns.clear();
    if (worker.orders >= 0) close(worker.orders);
    worker.orders = -1;
  }

  static void stop(Worker& worker) {
    end(worker);
    close(worker.replies);
    while (waitpid(worker.process, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  const incremental::Store& store_;
  const SharedWork& shared_;
  RequireGraph graph_;
  std::unordered_map<std::string, size_t> waits_for_;  // of each to be compiled: how many that are not done
  std::unordered_map<std::string, std::vector<std::string>> required_by_;
  std::deque<std::string> ready_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace

void compile_in_workers(const incremental::Store& store, const SharedWork& work) {
  if (work.workers > 1 && store.enabled()) Workers(store, work).run();
}

size_t default_workers() {
  cpu_set_t processors;
  return sched_getaffinity(0, sizeof processors, &processors) == 0 ? static_cast<size_t>(CPU_COUNT(&processors)) : 1;
}

}  // namespace clj::driver
