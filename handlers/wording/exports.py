"""What is said of exports and of one's own data."""

from __future__ import annotations

ERASED = "🧹 都清除了：记录、材料、对话、提醒和您的资料，一条不留，找不回来。以后想再用，随时跟我说话就行。"
