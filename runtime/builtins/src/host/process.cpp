// Child processes: what ProcessBuilder and Runtime.exec (stdlib/clojure/host/process.clj) are
// made of.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "clj/base/file.h"
#include "clj/io/writer.h"
#include "streams.h"

namespace clj::builtins {
namespace {

using host::make_descriptor_stream;

std::vector<std::string> strings(Value coll) {
  std::vector<std::string> all;
  for_each(coll, [&](Value s) {
    all.push_back(to_utf8(string_arg(s)));
    return true;
  });
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

// One of the child's descriptors: a pipe, a file, or what this process has.
struct Channel {
  int ours = -1, childs = -1;
};

Channel open_channel(Value redirect, int number) {
  Channel channel;
  if (redirect.is_nil()) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw_error(Error::kIO, std::strerror(errno));
    channel.ours = ends[number == 0 ? 1 : 0];
    channel.childs = ends[number == 0 ? 0 : 1];
  } else if (is_string(redirect)) {
    std::string path = to_utf8(redirect);
    bool append = path[0] == '+';
    int flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | (append ? O_APPEND : O_TRUNC);
    channel.childs = open(system_path(path.substr(1)), flags | O_CLOEXEC, 0666);
    if (channel.childs < 0) throw_error(Error::kIO, path.substr(1) + " (" + std::strerror(errno) + ")");
  } else if (int source = host::stream_descriptor(redirect); source >= 0) {
    channel.childs = fcntl(source, F_DUPFD_CLOEXEC, 3);
    if (channel.childs < 0) throw_error(Error::kIO, std::strerror(errno));
  }
  return channel;
}

int termination_pipe[2];

void note_termination(int number) {
  auto byte = static_cast<unsigned char>(number);
  [[maybe_unused]] ssize_t ignored = ::write(termination_pipe[1], &byte, 1);
}

}  // namespace

// Redirections are nil (a pipe), false (inherited), true (with standard output), a stream of another process's
// output, or a String: '=' or, to append, '+', and a path.
CLJ_FN(spawn_process) {
  std::vector<std::string> command = strings(args[0]), environment = strings(args[1]);
  std::string directory = args[2].is_nil() ? "" : to_utf8(string_arg(args[2]));
  for (const std::string& word : command) {
    if (word.find('\0') != std::string::npos) throw_error(Error::kIO, "invalid null character in command");
  }
  io::flush_standard();
  Channel channels[3];
  for (int i = 0; i < 3; ++i) {
    if (!args[3 + i].is_true()) channels[i] = open_channel(args[3 + i], i);
  }
  std::vector<char*> argv = pointers(command), envp = pointers(environment);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!directory.empty()) posix_spawn_file_actions_addchdir_np(&actions, system_path(directory));
  for (int i = 0; i < 3; ++i) {
    if (channels[i].childs >= 0) posix_spawn_file_actions_adddup2(&actions, channels[i].childs, i);
  }
  if (args[5].is_true()) posix_spawn_file_actions_adddup2(&actions, 1, 2);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  // Writing to a process that has ended is an IOException; the child gets the default back.
  signal(SIGPIPE, SIG_IGN);
  sigset_t defaults = none;
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t pid;
  int error = posix_spawnp(&pid, argv[0], &actions, &attributes, argv.data(), envp.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  for (Channel& channel : channels) {
    if (channel.childs >= 0) close(channel.childs);
    if (error && channel.ours >= 0) close(channel.ours);
  }
  if (error) {
    std::string reason = "error=" + std::to_string(error) + ", " + std::strerror(error);
    std::string place = directory.empty() ? "" : " (in directory \"" + directory + "\")";
    Value cause = make_throwable(error_class(Error::kIO), make_string(reason), Value::nil(), Value::nil());
    Value message = make_string("Cannot run program \"" + command[0] + "\"" + place + ": " + reason);
    throw_value(make_throwable(error_class(Error::kIO), message, cause, Value::nil()));
  }
  gc::ValueList result;
  result.push_back(make_long(pid));
  for (int i = 0; i < 3; ++i) {
    // What is redirected is read as empty.
    result.push_back(make_descriptor_stream(channels[i].ours, i != 0));
  }
  return make_vector(result.data(), result.size());
}

// The exit value, or nil when it has not ended after waiting (if asked to).
CLJ_FN(await_process) {
  auto pid = static_cast<pid_t>(to_long(args[0]));
  bool wait = args[1].truthy();
  int status;
  pid_t ended;
  {
    gc::BlockingRegion region;
    do ended = waitpid(pid, &status, wait ? 0 : WNOHANG);
    while (ended < 0 && errno == EINTR);
  }
  if (ended <= 0) return Value::nil();
  return integer(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

CLJ_FN(kill_process) {
  kill(static_cast<pid_t>(to_long(args[0])), args[1].truthy() ? SIGKILL : SIGTERM);
  return Value::nil();
}

// A signal that the process was started to ignore (nohup) stays ignored.
CLJ_FN(catch_termination) {
  if (pipe2(termination_pipe, O_CLOEXEC) != 0) throw_error(Error::kIO, std::strerror(errno));
  for (int number : {SIGHUP, SIGINT, SIGTERM}) {
    struct sigaction action {}, before {};
    if (sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    action.sa_handler = note_termination;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
  }
  return Value::nil();
}

CLJ_FN(await_termination) {
  unsigned char number;
  {
    gc::BlockingRegion region;
    while (::read(termination_pipe[0], &number, 1) != 1) {
    }
  }
  return integer(number);
}

}  // namespace clj::builtins
