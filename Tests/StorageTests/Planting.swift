import Glibc
import POSIX
import SystemPackage

// What an adversary, or a test, does to a file system and to a process, and the product never does.
// The only file of these tests that calls C with pointers.

/// Puts things into folders that have no business there.
enum Planting {
  static func link(at path: FilePath, to target: String) {
    require(unsafe symlink(target, path.string))
  }

  static func fifo(at path: FilePath) {
    require(unsafe mkfifo(path.string, 0o600))
  }

  /// Opens the other end of a FIFO for a moment.
  static func openForWriting(_ path: FilePath) {
    let end = unsafe open(path.string, O_WRONLY)
    require(end)
    close(end)
  }

  static func socket(at path: FilePath) {
    require(unsafe mknod(path.string, S_IFSOCK | 0o600, 0))
  }

  /// Makes a device with the numbers of `/dev/null`.
  static func device(at path: FilePath) {
    require(unsafe mknod(path.string, S_IFCHR | 0o600, 0x103))
  }

  static func folder(at path: FilePath) {
    require(unsafe mkdir(path.string, 0o700))
  }

  /// Writes a file, replacing one that is there.
  static func file(at path: FilePath, bytes: [UInt8] = []) throws(Errno) {
    guard let name = FileName(lastOf: path) else { throw .isDirectory }
    try file(named: name, in: path.removingLastComponent(), bytes: bytes)
  }

  static func file(named name: FileName, in path: FilePath, bytes: [UInt8] = []) throws(Errno) {
    let folder = try Folder(at: path)
    do throws(Errno) {
      try folder.remove(name)
    } catch .noSuchFileOrDirectory {
      // Nothing to replace.
    }
    try NewFile(name, in: folder, mode: .privateFile).write(bytes)
  }

  /// Makes a file that says it is large and takes no room.
  static func sparseFile(at path: FilePath, byteCount: Int) throws(Errno) {
    try file(at: path)
    require(unsafe truncate(path.string, byteCount))
  }

  static func setModified(_ path: FilePath, secondsAgo: Int) {
    let then = timespec(tv_sec: time(nil) - secondsAgo, tv_nsec: 0)
    require(unsafe utimensat(AT_FDCWD, path.string, [then, then], AT_SYMLINK_NOFOLLOW))
  }

  static func setMode(_ path: FilePath, _ bits: UInt32) {
    require(unsafe chmod(path.string, bits))
  }

  /// Mounts a file system of `byteCount` bytes, or says that this user may not.
  static func mountSmallFileSystem(at path: FilePath, byteCount: Int) -> Bool {
    unsafe mount("tmpfs", path.string, "tmpfs", 0, "size=\(byteCount)") == 0
  }

  static func unmount(_ path: FilePath) {
    require(unsafe umount2(path.string, Int32(MNT_DETACH)))
  }

  private static func require(_ status: Int32) {
    precondition(status >= 0, "planting failed: \(errno)")
  }
}

private nonisolated(unsafe) var notedSignal: Int32 = 0

/// What a test does to the process it runs in, which is never the one that runs the other tests.
enum Process {
  /// Lets a write past the limit of file sizes be an error, not the end.
  static func surviveTooLargeFiles() {
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Sends a signal to this process, as a terminal or another program does.
  ///
  /// It may take a moment to arrive: threads that run tasks let no signals through.
  static func send(_ signal: Int32) {
    kill(getpid(), signal)
  }

  /// Starts another program that holds the lock of a folder until it is killed.
  static func startHolder(of folder: FilePath) -> Int32 {
    var process: Int32 = 0
    let words = ["flock", "--no-fork", folder.string, "sleep", "60"]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    precondition(
      unsafe posix_spawn(&process, "/usr/bin/flock", nil, nil, &arguments, nil) == 0)
    return process
  }

  /// Kills another program and waits for its end.
  static func end(_ process: Int32) {
    kill(process, SIGKILL)
    _ = waitpid(process, nil, 0)
  }

  /// Waits until something has come about, at most ten seconds.
  static func wait(until isSo: () -> Bool) {
    for _ in 0..<1_000 where !isSo() { SystemClock.wait(nanoseconds: 10_000_000) }
  }

  /// The signal that came last, of those asked for.
  static var noted: Int32 { unsafe notedSignal }

  /// Notes a signal instead of obeying it.
  static func note(_ number: Int32) {
    signal(number) { unsafe notedSignal = $0 }
  }

  /// Lets signals through to this thread.
  static func letSignalsThrough() {
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
  }

  static func writePlainly() {
    _ = unsafe write(1, [1], 1)
  }

  /// Makes the standard output a pipe that nobody reads.
  static func closeReaderOfOutput() {
    var ends: [Int32] = [0, 0]
    precondition(unsafe pipe(&ends) == 0)
    dup2(ends[1], 1)
    close(ends[0])
  }

  /// Takes the standard output away, so that the end of the process writes nothing there.
  static func closeOutput() {
    close(1)
  }

  /// Makes the standard input a pipe that holds `bytes` and then ends.
  static func setInput(_ bytes: [UInt8]) {
    var ends: [Int32] = [0, 0]
    precondition(unsafe pipe(&ends) == 0)
    precondition(unsafe write(ends[1], bytes, bytes.count) == bytes.count)
    dup2(ends[0], 0)
    close(ends[1])
  }
}

/// Work on a thread of its own, beside work that blocks the threads tasks run on.
final class Beside: @unchecked Sendable {
  private let body: @Sendable () -> String
  private var result = ""
  private var thread = pthread_t()

  init(_ body: @escaping @Sendable () -> String) {
    self.body = body
    let status = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        let work = unsafe Unmanaged<Beside>.fromOpaque(argument).takeRetainedValue()
        work.result = work.body()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    precondition(status == 0, "no thread")
  }

  /// Waits for the end of the work, and returns what it came to.
  func value() -> String {
    pthread_join(thread, nil)
    return result
  }
}

/// A terminal with nobody at it, which becomes this process's own.
struct Terminal: Sendable {
  private let keyboard: Int32
  private let line: Int32

  init() {
    setsid()
    keyboard = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (locked, number): (Int32, Int32) = (0, 0)
    let (unlock, askNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    precondition(unsafe ioctl(keyboard, unlock, &locked) == 0, "no terminal")
    precondition(unsafe ioctl(keyboard, askNumber, &number) == 0, "no terminal")
    line = unsafe open("/dev/pts/\(number)", O_RDWR)
    precondition(line >= 0, "no terminal")
  }

  /// Whether what is typed is shown.
  var echoes: Bool {
    var settings = termios()
    unsafe tcgetattr(line, &settings)
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Presses keys.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe write(keyboard, bytes, bytes.count)
  }

  /// Waits until something new is on the screen and returns it.
  func screen() -> String {
    var bytes = [UInt8](repeating: 0, count: 1_000)
    let count = unsafe read(keyboard, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
