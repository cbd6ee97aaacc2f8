"""PublishError, and ManifestError for a tree that is not what its manifest says; and all they say.

A message is one line, Vietnamese then English, whatever file names it quotes.
"""

import errno
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages, with the same places to fill in."""

    vi: str
    en: str

    def filled(self, **values: object) -> "Message":
        """Fill the places; a Message among the values is taken in the language around it."""
        return Message(
            self.vi.format(**{k: v.vi if isinstance(v, Message) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Message) else v for k, v in values.items()}),
        )

    def __str__(self) -> str:
        """Both languages on one printable line: control characters and raw bytes are escaped."""
        both = f"{self.vi} / {self.en}".encode("utf-8", "surrogateescape")
        text = both.decode("utf-8", "backslashreplace")
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class PublishError(Exception):
    """Nothing was published; the message says why and what stands now."""

    def __init__(self, message: Message) -> None:
        """Keep the message in both languages, for whoever prints only one."""
        super().__init__(str(message))
        self.message = message


class ManifestError(PublishError):
    """A tree cannot have a manifest, has none, or disagrees with the one it has."""


UNFIT_NAME = Message(
    'tên tệp "{path}" có ký tự điều khiển, dấu gạch chéo ngược hoặc không phải UTF-8; hãy đổi tên tệp',
    'the name of "{path}" has a control character or a backslash, or is not UTF-8; rename the file',
)
NOT_A_FILE = Message(
    '"{path}" là liên kết hoặc tệp đặc biệt; chỉ xuất bản tệp thường và thư mục',
    '"{path}" is a link or a special file; only regular files and folders are published',
)
NO_MANIFEST = Message(
    '"{tree}" không có bản kê manifest.sha256; cần lập bản kê trước khi xuất bản',
    '"{tree}" has no manifest.sha256; write the manifest before publishing',
)
MALFORMED = Message(
    "{path}:{line}: không đúng định dạng của sha256sum",
    "{path}:{line}: not in the format of sha256sum",
)
DISAGREES = Message(
    '"{tree}" không khớp với bản kê ở {count} tệp: {shown}',
    '"{tree}" disagrees with its manifest about {count} file(s): {shown}',
)
WRONG = Message('sai nội dung "{path}"', 'wrong content "{path}"')
MISSING = Message('thiếu "{path}"', 'missing "{path}"')
EXTRA = Message('thừa "{path}"', 'extra "{path}"')

OVERLAP = Message(
    'thư mục trang "{site}" và thư mục nguồn "{tree}" trùng hoặc lồng nhau; hãy chọn hai thư mục tách biệt',
    'the site "{site}" and the tree "{tree}" are the same or one holds the other; choose two separate folders',
)
NOT_A_FOLDER = Message(
    '"{site}" không phải là thư mục; hãy chọn thư mục khác cho trang',
    '"{site}" is not a folder; choose another folder for the site',
)
MOUNT_POINT = Message(
    '"{site}" là điểm gắn ổ đĩa nên không thể thay trong một bước; hãy chọn một thư mục bên trong',
    '"{site}" is a mount point, which no rename can replace; choose a folder inside it',
)
NOT_OURS = Message(
    '"{site}" đã có tệp nhưng không có manifest.sha256, tức không phải trang do công cụ này tạo; '
    "không ghi đè, hãy chọn thư mục khác",
    '"{site}" has files but no manifest.sha256, so this tool did not make it; '
    "it is not overwritten, choose another folder",
)
BUSY = Message(
    'một tiến trình khác đang xuất bản "{site}" và chưa xong sau {seconds:g} giây; hãy thử lại sau',
    'another process is publishing "{site}" and was not done after {seconds:g} seconds; try again later',
)
UNCONFIRMED = Message(
    'trang mới đã ở "{site}" nhưng ổ đĩa không xác nhận đã ghi ({reason}); hãy kiểm tra ổ đĩa rồi xuất bản lại',
    'the new site is in place at "{site}" but the disk did not confirm it ({reason}); check the disk and publish again',
)
FAILED = Message("chưa xuất bản được: {reason}; {outcome}", "not published: {reason}; {outcome}")
OLD_STANDS = Message('trang cũ ở "{site}" vẫn giữ nguyên', 'the old site at "{site}" stands unchanged')
NONE_STANDS = Message('chưa có trang nào ở "{site}"', 'there is no site at "{site}" yet')
SET_ASIDE = Message(
    'trang cũ đang nằm ở "{aside}", lần xuất bản sau sẽ khôi phục',
    'the old site is at "{aside}" and the next publication restores it',
)
NOT_RELEASES = Message(
    '"{base}" đã có tệp nhưng không phải thư mục do lệnh publish.py tạo; không ghi vào, hãy chọn thư mục khác',
    '"{base}" has files but was not made by publish.py; nothing is written there, choose another folder',
)
NO_EARLIER = Message(
    '"{base}" không có bản nào trước bản đang hiển thị nên không thể quay lại',
    '"{base}" has no release before the current one, so there is nothing to go back to',
)
AT = Message('"{path}": {reason}', '"{path}": {reason}')
"""Where a system error happened, and which."""

_REASONS_VI = {
    errno.EACCES: "không có quyền truy cập",
    errno.EBUSY: "tệp hoặc thư mục đang được sử dụng",
    errno.EDQUOT: "vượt hạn mức dung lượng đĩa",
    errno.EEXIST: "đã tồn tại",
    errno.EFBIG: "tệp quá lớn",
    errno.EIO: "lỗi đọc hoặc ghi ổ đĩa",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOENT: "không tồn tại",
    errno.ENOSPC: "ổ đĩa đã hết dung lượng",
    errno.ENOTDIR: "không phải là thư mục",
    errno.ENOTEMPTY: "thư mục không rỗng",
    errno.EPERM: "thao tác không được phép",
    errno.EROFS: "ổ đĩa chỉ cho phép đọc",
    errno.EXDEV: "khác ổ đĩa",
}


def reason(error: OSError) -> Message:
    """Say what the system refused and, where it told us, of which file."""
    english = error.strerror or str(error) or type(error).__name__
    what = Message(_REASONS_VI.get(error.errno or 0, english), english)
    path = error.filename2 or error.filename  # of two, the one that was being written
    return what if path is None else AT.filled(path=path, reason=what)
